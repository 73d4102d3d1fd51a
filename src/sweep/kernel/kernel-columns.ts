import type { BookName } from "../../core/result.ts";
import { LINE_NAMES } from "../../ledger/books/lines.ts";

/** All books in the order in which they are read. */
export const KERNEL_BOOKS = [
  "hold",
  "lp",
  "hedged-lp",
  "option-twin",
  "short-straddle",
  "desk",
  "insurer",
] as const satisfies readonly BookName[];

/** What the kernel says of each book: the statement's lines, their total from marks, its peak margin in quote, and how often its hedge traded. */
export const KERNEL_MEASURES = [...LINE_NAMES, "total", "peakMargin", "trades"] as const;

type Measure = (typeof KERNEL_MEASURES)[number];

/** Every number of a path, `lp.bleed` and so on, book by book, and at the end the number of arbitrages. */
export const KERNEL_COLUMNS: readonly string[] = [
  ...KERNEL_BOOKS.flatMap((book) => KERNEL_MEASURES.map((measure) => `${book}.${measure}`)),
  "pool.swaps",
];

/** Place of the number of arbitrages. */
export const SWAPS_COLUMN = KERNEL_COLUMNS.length - 1;

/** Place of a book's number among the columns. */
export function kernelColumn(book: BookName, measure: Measure): number {
  return KERNEL_BOOKS.indexOf(book) * KERNEL_MEASURES.length + KERNEL_MEASURES.indexOf(measure);
}

/** The places of all numbers of a book. */
export function bookPlaces(book: BookName): Readonly<Record<Measure, number>> {
  return Object.fromEntries(KERNEL_MEASURES.map((measure) => [measure, kernelColumn(book, measure)])) as Record<Measure, number>;
}
