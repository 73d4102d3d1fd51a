import type { Series } from "../../../core/result.ts";
import { gaps } from "./gaps.ts";

/**
 * For how long the pool has been away from the reference: at each block, the seconds since the first of the unbroken row of blocks that ends here or one block
 * earlier and whose gap is above `gap`; 0 where the pool is near and was near a block ago. The time of return is that of the first block that is near again.
 *
 * @param gap |pool price / reference price − 1|
 */
export function absences(series: Pick<Series, "time" | "poolPrice" | "priceE8">, gap: number): readonly number[] {
  let since: number | null = null;
  return gaps(series).map((each, i) => {
    const now = series.time[i] ?? NaN;
    const isAway = each > gap;
    const seconds = since === null ? 0 : now - since;
    since = isAway ? (since ?? now) : null;
    return seconds;
  });
}
