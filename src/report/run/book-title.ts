import type { BookName, CrashResult } from "../../core/result.ts";

/** What a book is called in tables and charts; its stable name where the result has no such book. */
export function bookTitle(result: CrashResult, name: BookName): string {
  return result.statement.find((book) => book.book === name)?.title ?? name;
}
