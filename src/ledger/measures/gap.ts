import type { GapStatistics } from "../../core/gap-statistics.ts";
import { ascending, quantile } from "./quantile.ts";

/** How far pool prices stand from reference prices: |pool/reference − 1|. */
export function gapStatistics(pool: readonly number[], reference: readonly number[]): GapStatistics {
  const gaps = ascending(pool.map((price, i) => Math.abs(price / (reference[i] ?? NaN) - 1)));
  return { median: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), max: gaps.at(-1) ?? NaN };
}
