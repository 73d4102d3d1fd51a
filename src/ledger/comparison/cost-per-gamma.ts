import { bookColumn } from "../../core/book-column.ts";
import type { BookName, BookStatement, CrashResult } from "../../core/result.ts";

/**
 * What a book's curvature cost over Σ |dollar gamma before the block| · (simple return)²: −½ for every book that is short gamma and ½ for one that is long,
 * but for what the third order does in large steps (theory 0.1, 2.1); between them for a desk whose gamma changes its sign. The cost is revaluation without the expansion: the lines bleed, gap and higher order, which for liquidity are its loss versus
 * rebalancing, from prices and liquidity alone.
 *
 * An insurer has no such number. Those lines of his are of a put that nobody wrote to him: he has its curvature only as far as his trades make it, and what they
 * make of it is his line replication.
 *
 * @returns null where the book has no gamma of its own or nothing moved
 */
export function costPerGamma({ series, statement }: Pick<CrashResult, "series" | "statement">, name: BookName): number | null {
  const gamma = name === "insurer" ? null : bookColumn(series, name, "dollarGamma");
  const book = statement.find((each) => each.book === name);
  if (gamma === null || book === undefined) return null;
  const prices = series.priceE8;
  const squares = prices.slice(1).reduce((sum, price, i) => {
    const move = price / (prices[i] ?? NaN) - 1;
    return sum + Math.abs(gamma[i] ?? NaN) * move * move;
  }, 0);
  return squares > 0 ? costOf(book) / squares : null;
}

function costOf({ lines }: BookStatement): number {
  return lines.bleed + lines.gap + lines.higherOrder;
}
