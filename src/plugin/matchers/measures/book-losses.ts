import { bookColumn } from "../../../core/book-column.ts";
import type { BookName, CrashResult } from "../../../core/result.ts";
import { statementOf } from "../statement-of.ts";

/**
 * What a book has lost after each block from block 0, over its start capital; negative where it has gained. A hedge that is opened at the start has cost something
 * by block 0.
 *
 * @param than `start`: the start capital less the value; `hold`: the value of the book `hold` less its own
 * @throws InputError `MEASURE_ABSENT` for a book that the run does not have
 */
export function bookLosses(
  { series, statement }: Pick<CrashResult, "series" | "statement">,
  book: BookName,
  than: "start" | "hold",
): readonly number[] {
  const { startCapital } = statementOf({ statement }, book);
  const values = bookColumn(series, book, "value") ?? [];
  return values.map((value, i) => ((than === "start" ? startCapital : (series.hold[i] ?? NaN)) - value) / startCapital);
}
