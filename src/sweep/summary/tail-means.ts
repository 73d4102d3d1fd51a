import { batchLength } from "./batch-length.ts";
import type { Batches } from "./batches.ts";
import type { Moments } from "./moments.ts";
import { shareOfCount } from "./ranks.ts";
import { TailSum } from "./tail-sum.ts";

/**
 * Mean of the least values of each column, for each share of them: of αn values the ⌊αn⌋ least, and as much of the next as is left (Acerbi and Tasche
 * 2002, On the coherence of expected shortfall, whose shortfall is minus this). One pass for all columns and shares.
 *
 * @param moments of the same batches
 * @param shares above 0, up to 1
 * @param thresholds for each column and share the value at `tailRank`
 * @returns for each column a mean for each share
 * @throws RangeError for another share
 */
export async function tailMeans(
  batches: Batches,
  { count, least }: Pick<Moments, "count" | "least">,
  shares: readonly number[],
  thresholds: readonly ArrayLike<number>[],
): Promise<readonly Float64Array[]> {
  const weights = shares.map((share) => shareOfCount(share, count));
  if (weights.includes(0)) throw new RangeError("a tail of no values has no mean");
  const tails = thresholds.map((ofColumn, column) => weights.map((weight, i) => new TailSum(weight, least[column]!, ofColumn[i]!)));
  const reading = tails.flatMap((ofColumn, column) =>
    ofColumn.flatMap((tail, i) => (least[column]! < thresholds[column]![i]! ? [{ column, tail }] : [])),
  );
  if (reading.length > 0) {
    for await (const batch of batches()) {
      batchLength(batch, thresholds.length);
      for (const { column, tail } of reading) tail.add(batch[column]!);
    }
  }
  return tails.map((ofColumn) => Float64Array.from(ofColumn, (tail) => tail.mean()));
}
