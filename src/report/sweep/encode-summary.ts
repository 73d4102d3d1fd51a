import type { SweepSummary } from "../../core/sweep-summary.ts";

/** The text of summary.json: the same summary gives the same bytes. */
export function encodeSummary(summary: SweepSummary): string {
  return `${JSON.stringify(summary, null, 1)}\n`;
}
