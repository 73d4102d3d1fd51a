import type { BookName } from "../../core/result.ts";
import type { Tone } from "./tone.ts";

/** The colour of a book. */
export const bookTone: Readonly<Record<BookName, Tone>> = {
  hold: "hold",
  lp: "lp",
  "hedged-lp": "hedged",
  "option-twin": "twin",
  "short-straddle": "straddle",
  desk: "desk",
  insurer: "insurer",
};
