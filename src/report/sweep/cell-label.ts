import type { SweepCell, SweepSummary } from "../../core/sweep-summary.ts";

/** Where a cell lies, as one would type it: `pool.fee=0.003, hedger.policy=band`; of a sweep without axes, `all paths`. */
export function cellLabel(summary: Pick<SweepSummary, "axes">, cell: Pick<SweepCell, "at">): string {
  if (summary.axes.length === 0) return "all paths";
  return summary.axes.map(({ key }, axis) => `${key}=${String(cell.at[axis] ?? "")}`).join(", ");
}
