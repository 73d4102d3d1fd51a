import { bookColumns } from "./book-columns.ts";
import type { BookName, Series } from "./result.ts";

/** One of a book's columns, block by block; null where the book has no such column, or the run no such book. */
export function bookColumn(series: Series, book: BookName, kind: "value" | "dollarGamma" | "netBase"): readonly number[] | null {
  const name = bookColumns[book][kind];
  return name === null ? null : (series[name] ?? null);
}
