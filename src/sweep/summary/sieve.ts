import type { RankInterval } from "./rank-interval.ts";
import type { ValueBlock } from "./value-block.ts";

/** What a pass does with the values that lie in an interval. */
export interface Sieve {
  readonly interval: RankInterval;
  /** Values that have come into the interval so far. */
  readonly seen: number;
  add(block: ValueBlock): void;
  /**
   * Once all values have been added: writes what is known, and gives back the narrower intervals in which ranks are still to be found.
   *
   * @param wanted ranks of the column
   * @param found a place for the value at each of them
   */
  settle(wanted: readonly number[], found: Float64Array): readonly RankInterval[];
}
