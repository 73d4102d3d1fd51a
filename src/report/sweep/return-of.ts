import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell } from "../../core/sweep-summary.ts";
import { bookOf } from "./book-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";

/** A book's mean total as a share of what it starts with; undefined where the sweep did not walk it. */
export function returnOf(cell: SweepCell, name: BookName): Estimate | undefined {
  const book = bookOf(cell, name);
  return book === undefined ? undefined : scaleEstimate(book.measures.total, 1 / cell.startCapital);
}
