import type { Estimate } from "../../core/sweep-summary.ts";
import type { Batches } from "./batches.ts";
import { estimatesOf } from "./estimates-of.ts";
import { moments } from "./moments.ts";

/**
 * Mean, standard error and 95 % interval of every column, in one pass.
 *
 * @param columns how many columns the batches have
 * @throws RangeError as `moments` does
 */
export async function estimateColumns(batches: Batches, columns: number): Promise<readonly Estimate[]> {
  return estimatesOf(await moments(batches, columns));
}
