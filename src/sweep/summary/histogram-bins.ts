import type { BookName } from "../../core/result.ts";
import type { Spread } from "../../core/sweep-summary.ts";

/** Bins of a histogram. */
export const HISTOGRAM_BINS = 60;

/** Books that carry the price's direction, and those from which a hedge takes it. */
const KINDS: readonly (readonly BookName[])[] = [
  ["hold", "lp", "insurer"],
  ["hedged-lp", "option-twin", "short-straddle", "desk"],
];

/** A book's total in a cell, and the cell's start capital. */
interface Total {
  readonly book: BookName;
  readonly capital: number;
  readonly spread: Spread;
}

/**
 * From where to where a book's total is counted, as a share of capital: the same for all books of its kind in all cells, from a quarter's width beyond
 * the 1 % quantile to as far beyond the 99 % one, but no farther than any path went.
 *
 * @param totals of all books in all cells
 * @param probabilities at which their quantiles are given; they contain 0.01, 0.25, 0.75 and 0.99
 */
export function histogramRange(
  book: BookName,
  totals: readonly Total[],
  probabilities: readonly number[],
): { readonly from: number; readonly to: number } {
  const kind = KINDS.find((books) => books.includes(book)) ?? [book];
  let [from, to] = [Infinity, -Infinity];
  for (const { book: other, capital, spread } of totals) {
    if (!kind.includes(other)) continue;
    const at = (share: number): number => spread.quantiles[probabilities.indexOf(share)] ?? NaN;
    from = Math.min(from, Math.max(spread.least, 2 * at(0.01) - at(0.25)) / capital);
    to = Math.max(to, Math.min(spread.greatest, 2 * at(0.99) - at(0.75)) / capital);
  }
  // Where no path differs from another there is still a bin to put them in.
  return to > from ? { from, to } : { from: from - 1e-6, to: to + 1e-6 };
}
