import type { AgentSettings } from "../agents/settings.ts";
import type { LiquidityChange } from "../agents/liquidity-provider.ts";
import type { Genesis, LendingGenesis, PriceE8, Venue } from "../core/words.ts";
import type { HedgerSettings } from "../hedger/settings.ts";
import type { GasPrices } from "../market/gas-prices.ts";
import type { SessionMarks } from "../market/sessions-of.ts";
import type { Halt } from "../market/stands-still.ts";
import type { LendingSettings } from "../lending/settings.ts";
import type { MarketSettings } from "../market/settings.ts";
import type { Ordering } from "../mempool/ordering/ordering.ts";
import type { MempoolSettings } from "../mempool/settings.ts";
import type { Parts } from "./parts.ts";
import type { VisitorDesk } from "./visitor-desk.ts";

/** Everything that a run depends on: the same world gives the same result. */
export interface World {
  readonly seed: number;
  /** Unix seconds of block 0, the state before the first block, and of every block; rising. */
  readonly times: readonly number[];
  /** Reference price at each of the times. */
  readonly prices: readonly PriceE8[];
  /** Which blocks are opens and closes of a market that closes; null where it never does. */
  readonly sessions: SessionMarks | null;
  /** Recorded levels of a volatility index, a year, from their times on; null where there is none. */
  readonly volatilityIndex: { readonly times: readonly number[]; readonly levels: readonly number[] } | null;
  /** When the reference market stood still, as far as that is on record. */
  readonly halts: readonly Halt[];
  readonly gas: GasPrices;
  /** The pool's reserves before the first block. */
  readonly pool: Genesis["pool"];
  /**
   * Set where the pool is one of a user's own: the ledger then goes by the chain's own report of it and charges gas as measured, and where nobody has a model of it, participants ask the venue
   * for quotes.
   */
  readonly ownPool?: { readonly isModelled: boolean };
  /** Reserves of the second pool of the same tokens, where there is one. */
  readonly sidePool: Genesis["sidePool"];
  /** A lending market that takes base as collateral, where there is one. */
  readonly lending: LendingGenesis | null;
  /** Share of the pool that the books describe, in parts of 10^6. */
  readonly lpSharePpm: number;
  /** What other liquidity providers do. */
  readonly liquidityChanges: readonly LiquidityChange[];
  readonly settings: {
    readonly market: MarketSettings;
    readonly lending: LendingSettings;
    readonly mempool: MempoolSettings;
    readonly agents: AgentSettings;
    readonly hedger: HedgerSettings;
  };
  /** Sound ones, unless a test plants a fault. */
  readonly parts?: Parts;
  /** Makes the venue that executes blocks; the run closes it. */
  readonly openVenue: (genesis: Genesis) => Promise<Venue>;
  /** Where bots from outside join, where they may; the venue must then execute raw transactions and decode in full. */
  readonly visitors?: VisitorDesk;
  /** How the builder orders blocks. */
  readonly ordering: Ordering;
  /** Called after every block, and waited for. */
  readonly onBlock?: (block: number, blocks: number) => unknown;
  /** Ends the run early, with the signal's reason. */
  readonly signal?: AbortSignal;
}
