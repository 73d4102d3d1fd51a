import type { BookStatement } from "../../core/result.ts";
import { checkBook } from "./check-book.ts";
import type { LineSums } from "./lines.ts";

/** A book at the end of a run, in quote. */
export interface BookEnd extends Omit<BookStatement, "lines" | "returnOnPeakCapital"> {
  /** The last block. */
  readonly block: number;
  readonly lines: LineSums;
}

/**
 * A book's statement. Its return on peak capital is the total over starting capital and peak margin together.
 *
 * @throws IdentityError when the lines do not add up to the total
 */
export function bookResult({ block, lines, ...end }: BookEnd): BookStatement {
  const { book, title, collateral, startCapital, total, worst, peakMargin, hedge } = end;
  checkBook({ book, block, startCapital, lines: lines.total(), total });
  const returnOnPeakCapital = total / (startCapital + peakMargin);
  return { book, title, collateral, startCapital, lines: lines.read(), total, worst, peakMargin, returnOnPeakCapital, hedge };
}
