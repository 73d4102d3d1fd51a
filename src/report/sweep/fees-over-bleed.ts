import type { SweepCell } from "../../core/sweep-summary.ts";
import { bookOf } from "./book-of.ts";

/** The LP's mean swap fees over its mean loss versus rebalancing, as a ratio of means; null where it bled nothing. */
export function feesOverBleed(cell: SweepCell): number | null {
  const lp = bookOf(cell, "lp");
  if (lp === undefined) return null;
  const ratio = lp.measures.premium.mean / -lp.measures.bleed.mean;
  return ratio >= 0 && Number.isFinite(ratio) ? ratio : null;
}
