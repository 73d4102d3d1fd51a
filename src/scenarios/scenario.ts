import type { LiquidityChange } from "../agents/liquidity-provider.ts";
import type { AgentSettings } from "../agents/settings.ts";
import type { HedgerSettings } from "../hedger/settings.ts";
import type { BarSeries } from "../market/bars.ts";
import type { GasPrices } from "../market/gas-prices.ts";
import type { ProcessSettings } from "../market/processes/process-settings.ts";
import type { Session } from "../market/session.ts";
import type { Halt } from "../market/stands-still.ts";
import type { LendingSettings } from "../lending/settings.ts";
import type { MarketSettings } from "../market/settings.ts";
import type { MempoolSettings } from "../mempool/settings.ts";
import type { PoolSettings } from "./pool-settings.ts";
import type { VolatilityRecord } from "./volatility-record.ts";

/** Where a scenario's reference price comes from; plain data, so that it can be handed to another thread. */
export type ScenarioMarket =
  | { readonly kind: "bars"; readonly series: BarSeries }
  /** A market that closes: a bar for each session, and nothing between. */
  | { readonly kind: "sessions"; readonly sessions: readonly Session[] }
  | { readonly kind: "points"; readonly times: readonly number[]; readonly prices: readonly number[] }
  /** A law, whose settings a user may change as `process.…`; `start` in quote per base. */
  | { readonly kind: "process"; readonly start: number; readonly process: ProcessSettings };

/** A real pool that a scenario is set beside, in whole tokens. */
export interface RecordedPool {
  readonly source: string;
  /** Unix seconds. */
  readonly times: readonly number[];
  readonly base: readonly number[];
  readonly quote: readonly number[];
  readonly liquidityChanges: readonly LiquidityChange[];
}

/** A bar that cannot be right, and what is done about it. */
export interface FlaggedBar {
  /** Start of the bar, unix seconds. */
  readonly time: number;
  readonly what: string;
  readonly treatment: string;
}

/** What a scenario sets instead of the defaults of a room. */
export interface ScenarioDefaults {
  readonly pool?: Partial<PoolSettings>;
  readonly market?: Partial<MarketSettings>;
  readonly lending?: Partial<LendingSettings>;
  readonly mempool?: Partial<MempoolSettings>;
  readonly agents?: Partial<AgentSettings>;
  readonly hedger?: Partial<HedgerSettings>;
}

/** A crash, or a calm day to compare with: prices, gas, the chain's era, and how the pool beside them was set. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  /** What happened, in a sentence. */
  readonly what: string;
  readonly source: string;
  readonly resolution: string;
  /** How the chain worked then, in words; the settings of the mempool say the same in numbers. */
  readonly era: string;
  /** Set where the crash is older than the pool it drives. */
  readonly thoughtExperiment: string | null;
  readonly flaggedBars: readonly FlaggedBar[];
  /** How pool size, turnover and its surge were set, in sentences. */
  readonly calibration: readonly string[];
  /** Unix seconds of the state before the first block. */
  readonly from: number;
  /** Unix seconds; no block is later. */
  readonly to: number;
  readonly market: ScenarioMarket;
  /** Recorded or stated gas prices; null where the settings `mempool.floorGwei` and `mempool.bidSpreadGwei` say them. */
  readonly gas: GasPrices | null;
  readonly defaults: ScenarioDefaults;
  readonly recordedPool: RecordedPool | null;
  /** When the whole market stood still, as recorded, in order of time; empty where it never did, null where nothing of the kind is recorded. */
  readonly halts: readonly Halt[] | null;
  /** What options on the asset cost, as a recorded index; null where there is none. */
  readonly volatility: VolatilityRecord | null;
}
