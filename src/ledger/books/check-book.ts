import { IdentityError } from "../../core/errors.ts";
import type { BookName } from "../../core/result.ts";

/** Largest gap of identity 1, as a share of the book's starting capital. */
export const BOOK_TOLERANCE = 1e-9;

/** A book at the end of a block, in quote. */
export interface BookCheck {
  readonly book: BookName;
  readonly block: number;
  /** Positive. */
  readonly startCapital: number;
  /** Sum of its lines, from flows. */
  readonly lines: number;
  /** Change of its value, from balances and marks. */
  readonly total: number;
}

/**
 * Identity 1: a book's lines add up to its total.
 *
 * @returns the gap as a share of starting capital
 * @throws IdentityError when it is above 1e-9, or not a number
 */
export function checkBook({ book, block, startCapital, lines, total }: BookCheck): number {
  const gap = Math.abs(lines - total) / startCapital;
  if (!(gap <= BOOK_TOLERANCE)) {
    throw new IdentityError(
      1,
      block,
      `the lines of ${book} add up to ${lines}, its value changed by ${total}, on a capital of ${startCapital}`,
    );
  }
  return gap;
}
