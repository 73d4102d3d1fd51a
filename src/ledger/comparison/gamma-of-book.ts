import type { BookName, Series } from "../../core/result.ts";

/** Which column holds a book's dollar gamma; a book that is not here has none, or none that is recorded. */
const columns: Partial<Readonly<Record<BookName, keyof Series>>> = {
  lp: "dollarGammaLp",
  "hedged-lp": "dollarGammaLp",
  "option-twin": "dollarGammaTwin",
  "short-straddle": "dollarGammaStraddle",
};

/** A book's dollar gamma after each block, in quote; null where it is not recorded. */
export function gammaOfBook(series: Series, book: BookName): readonly number[] | null {
  const column = columns[book];
  return column === undefined ? null : series[column];
}
