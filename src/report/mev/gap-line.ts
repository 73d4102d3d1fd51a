import type { GapStatistics } from "../../core/gap-statistics.ts";
import { percent } from "../number-format.ts";

/** How far the pool's price was off the market's after blocks, in a sentence. */
export function gapLine({ median, p95, max }: GapStatistics): string {
  if (max === 0) return "After every block the pool stood at the reference price.";
  return `After a block the pool's price was off the reference price by ${percent(median)} in the median, by ${percent(p95)} or more in one block of twenty, and by ${percent(max)} at most.`;
}
