import type { BookName } from "../../core/result.ts";
import type { SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { bookOf } from "./book-of.ts";

/** Which of the two measures of a tail. */
type TailMeasure = "valueAtRisk" | "expectedShortfall";

/** Loss of a book's total in a tail such as the worst 0.05 of paths, as a share of what it starts with; null where the summary has no such tail or book. */
export function tailOf(summary: SweepSummary, cell: SweepCell, name: BookName, measure: TailMeasure, tail: number): number | null {
  const loss = bookOf(cell, name)?.measures.total[measure][summary.tails.indexOf(tail)];
  return loss === undefined ? null : loss / cell.startCapital;
}
