import type { MevResult } from "../../core/mev-result.ts";
import type { CrashResult } from "../../core/result.ts";
import type { Limit } from "./is-within.ts";
import type { MatcherName } from "./matcher-name.ts";

/** A run that ended: what it says of the crash, and of extraction where it was run for that. */
export interface MatchedRun {
  readonly crash: CrashResult;
  readonly mev: MevResult | null;
}

/** What a matcher with its arguments says of a run: that a measure is within a limit. */
export interface Claim extends Limit {
  readonly matcher: MatcherName;
  /** As they were given, for another run. */
  readonly given: readonly unknown[];
  /** Whether a run is wanted that accounts for what searchers took. */
  readonly needsExtraction: boolean;
  /** The measure is never below it; −∞ where it has no such bound. */
  readonly floor: number;
  /**
   * @throws InputError `MEASURE_ABSENT` for a run that does not have what is measured
   */
  readonly measure: (run: MatchedRun) => number;
  /** The measure that a run would have had if it had ended at block 0, 1, …; null where the result does not say. */
  readonly course: (run: MatchedRun) => readonly number[] | null;
  /** Row of the block that contributes most to the measure; null where none does. */
  readonly worst: (run: MatchedRun) => number | null;
  /**
   * Where a run is cut to find the shortest that fails: `first`, at the first block at which it would have failed; `last`, at the first from which on it fails
   * to the end, for shares and quantiles that mean little after a few blocks; `none`, for what a shorter run misses in any case.
   */
  readonly cut: "first" | "last" | "none";
  readonly unit: "share" | "seconds" | "count";
  readonly words: ClaimWords;
}

/** The claim in words, for messages; texts of numbers are put in. */
export interface ClaimWords {
  /** Who does it: `the LP of uniswap-v2`. */
  readonly who: (pool: string) => string;
  /** What is wanted: `lose at most 30.0 % of its start capital`. */
  readonly wanted: (limit: string) => string;
  /** What was found: `it lost 34.2 %`. */
  readonly found: (value: string, run: MatchedRun) => string;
}
