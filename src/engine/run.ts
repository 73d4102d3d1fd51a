import type { Reacting } from "../ledger/measures/reaction.ts";
import type { BookStatement, CrashResult, IdentityReport, SenderReport, Series, Swaps } from "../core/result.ts";

/** What the loop leaves behind: the raw columns and statements from which the result is made. */
export interface Run {
  readonly series: Series;
  readonly swaps: Swaps;
  /** Log change of the pool's liquidity by mints and burns. */
  readonly liquidityChange: number;
  readonly statement: readonly BookStatement[];
  readonly senders: readonly SenderReport[];
  readonly identities: readonly IdentityReport[];
  /** Blocks at which the reference market stood still. */
  readonly haltedBlocks: number;
  /** How the one whose hedge moves the market answers the price, at the start; null where there is none. */
  readonly mover: Reacting | null;
  readonly engine: CrashResult["engine"];
}
