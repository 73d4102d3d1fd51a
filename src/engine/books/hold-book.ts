import { bookResult } from "../../ledger/books/book-result.ts";
import { checkBook } from "../../ledger/books/check-book.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { lineSums } from "../../ledger/books/lines.ts";
import type { Book } from "./book.ts";

/** Keeps the composition that the liquidity position started with, and does nothing. */
export function holdBook(base: number, quote: number, startPrice: number): Book {
  const startCapital = base * startPrice + quote;
  const lines = lineSums();
  let value = startCapital;
  let worst = 0;
  return {
    name: "hold",
    step({ moment }) {
      lines.add("exposure", exposureOfStep(base, moment.from, moment.to));
      value = base * moment.to + quote;
      worst = Math.min(worst, value - startCapital);
    },
    value: () => value,
    dollarGamma: () => 0,
    reacting: () => null,
    hedge: () => 0,
    check: (block) => checkBook({ book: "hold", block, startCapital, lines: lines.total(), total: value - startCapital }),
    statement: (block) =>
      bookResult({
        book: "hold",
        title: "hold",
        collateral: "the base and quote that the liquidity position started with, held without a trade",
        block,
        startCapital,
        lines,
        total: value - startCapital,
        worst,
        peakMargin: 0,
        hedge: { trades: 0, turnover: 0, closedAt: null },
      }),
  };
}
