import type { Histogram } from "../../core/sweep-summary.ts";
import type { Batches } from "./batches.ts";
import { BinCounts } from "./bin-counts.ts";
import type { Bins } from "./bins.ts";

/**
 * How many values of columns lie in each of their bins, in one pass. Bin i reaches from `from + i·(to − from)/bins` up to where the next begins, which is
 * not in it; the last reaches up to `to`, and that is in it.
 *
 * @param wanted in any order; a column may occur more than once
 * @returns a histogram for each wanted
 * @throws RangeError for bins that are none, for a column that a batch has not, and for a value that is not a number
 */
export async function countInto(batches: Batches, wanted: readonly Bins[]): Promise<readonly Histogram[]> {
  const counts = wanted.map((bins) => new BinCounts(bins));
  for await (const batch of batches()) {
    for (const [i, { column }] of wanted.entries()) {
      const values = batch[column];
      if (values === undefined) throw new RangeError(`a batch has ${batch.length} columns, and none at ${column}`);
      counts[i]!.add(values);
    }
  }
  return counts.map((each) => each.histogram());
}
