import type { SweepSummary } from "../../core/sweep-summary.ts";
import { findInCell } from "./find-in-cell.ts";
import { findOverCells } from "./find-over-cells.ts";
import type { SweepFinding } from "./sweep-finding.ts";

/** What a sweep found: who is ahead and by how much, what fees pay of the bleed, what the worst paths cost, what the hedge takes away. */
export function sweepFindings(summary: SweepSummary): readonly SweepFinding[] {
  const [only] = summary.cells;
  if (only === undefined) return [];
  return summary.cells.length === 1 ? findInCell(summary, only) : findOverCells(summary);
}
