import type { SweptBook } from "../../core/result.ts";

/** A few words for a table's head, as a run's statement has them. */
export const BOOK_TITLES: Readonly<Record<SweptBook, string>> = {
  hold: "hold",
  lp: "LP",
  "hedged-lp": "hedged LP",
  "option-twin": "option twin",
  "short-straddle": "short straddle",
};
