import type { SweepSummary } from "../../core/sweep-summary.ts";

/** The tail that tables and sentences speak of: the worst 0.05 of paths, or the summary's first where it has no such tail. */
export function mainTail({ tails }: Pick<SweepSummary, "tails">): number {
  return tails.includes(0.05) ? 0.05 : (tails[0] ?? 0.05);
}
