import type { BookName } from "../../core/result.ts";
import { KERNEL_BOOKS, KERNEL_MEASURES } from "../kernel/kernel-columns.ts";

/** Numbers of each path beside the books': how many blocks it has, the log return of the price over it, and what every book starts with. */
export const PATH_COLUMNS = ["blocks", "logReturn", "startCapital"] as const;

/** The measured columns of a sweep of these books, in their order: the books', as the kernel has them, the number of swaps, then those of the path itself. */
export function measuredColumns(books: readonly BookName[]): readonly string[] {
  const own = KERNEL_BOOKS.filter((book) => books.includes(book));
  return [...own.flatMap((book) => KERNEL_MEASURES.map((measure) => `${book}.${measure}`)), "pool.swaps", ...PATH_COLUMNS];
}

/** Whole numbers, counted on a path. */
export function isCount(column: string): boolean {
  return column === "blocks" || column === "pool.swaps" || column.endsWith(".trades");
}
