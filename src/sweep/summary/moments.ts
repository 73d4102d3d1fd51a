import type { Batches } from "./batches.ts";
import { RunningMoments } from "./running-moments.ts";

/** Of every column: one number a column in each array. */
export interface Moments {
  /** Values in each column, at least 1. */
  readonly count: number;
  readonly means: Float64Array;
  /** With n − 1 in the denominator: NaN for a single value, exactly 0 where all values are the same, ∞ if it is past the largest double. */
  readonly deviations: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/**
 * Reads all columns once.
 *
 * @param columns how many columns the batches have
 * @throws RangeError for no values, for a value that is not finite, naming its column, and for a batch of another shape
 */
export async function moments(batches: Batches, columns: number): Promise<Moments> {
  const running = new RunningMoments(columns);
  for await (const batch of batches()) running.add(batch);
  const { count, least, greatest } = running;
  if (count === 0) throw new RangeError("the columns have no values");
  return {
    count,
    means: Float64Array.from({ length: columns }, (_, column) => running.mean(column)),
    deviations: Float64Array.from({ length: columns }, (_, column) => running.deviation(column)),
    // A negative zero is a zero.
    least: least.map((value) => value + 0),
    greatest: greatest.map((value) => value + 0),
  };
}
