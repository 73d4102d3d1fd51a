import type { BookName } from "../../core/result.ts";
import type { SweepBook, SweepCell } from "../../core/sweep-summary.ts";

/** A book of a cell; undefined where the sweep did not walk it. */
export function bookOf(cell: SweepCell, name: BookName): SweepBook | undefined {
  return cell.books.find(({ book }) => book === name);
}
