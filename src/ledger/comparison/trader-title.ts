import type { BookName } from "../../core/result.ts";

/** Who trades for a book at the reference market: an insurer what he owns, others a hedge. */
export function traderTitle(book: BookName, title: string): string {
  return book === "insurer" ? title : `hedge of the ${title}`;
}
