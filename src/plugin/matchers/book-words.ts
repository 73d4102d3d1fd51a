import type { BookName } from "../../core/result.ts";

/** Books as the subject of a sentence. */
export const bookWords: Readonly<Record<BookName, string>> = {
  hold: "the holder beside",
  lp: "the LP of",
  "hedged-lp": "the hedged LP of",
  "option-twin": "the option twin of",
  "short-straddle": "the short straddle beside",
  desk: "the desk beside",
  insurer: "the insurer beside",
};
