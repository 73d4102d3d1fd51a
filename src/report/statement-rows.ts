import type { BookStatement } from "../core/result.ts";
import { lineLabels } from "./line-labels.ts";
import { signed, signedPercent, decimal } from "./number-format.ts";

/** One row of the statement's table: a label and one cell a book. */
export interface StatementRow {
  readonly kind: "line" | "total" | "capital";
  readonly label: string;
  readonly meaning: string;
  readonly cells: readonly string[];
}

/** What of a book the statement says. */
export type StatedBook = Pick<BookStatement, "startCapital" | "lines" | "total" | "peakMargin" | "returnOnPeakCapital">;

/** What an absent line looks like. */
const ABSENT = "–";

/**
 * The statement as text. A line is left out when it would read as zero for every book; within a line, exact zeros read as absent.
 * Whole quote, or two decimals where the books start with less than 10,000.
 */
export function statementRows(books: readonly StatedBook[]): StatementRow[] {
  const digits = books.some((book) => book.startCapital < 10_000) ? 2 : 0;
  const money = (value: number): string => (value === 0 ? ABSENT : signed(value, digits));
  const rows: StatementRow[] = [];
  for (const [name, label, meaning] of lineLabels) {
    const values = books.map((book) => book.lines[name]);
    if (values.some((value) => /[1-9]/.test(signed(value, digits)))) rows.push({ kind: "line", label, meaning, cells: values.map(money) });
  }
  rows.push({
    kind: "total",
    label: "total",
    meaning: "change of value, from balances and marks",
    cells: books.map((book) => signed(book.total, digits)),
  });
  rows.push({
    kind: "capital",
    label: "peak margin",
    meaning: "most margin that stood behind it at any block",
    cells: books.map((book) => (book.peakMargin === 0 ? ABSENT : decimal(book.peakMargin, digits))),
  });
  rows.push({
    kind: "capital",
    label: "return",
    meaning: "total over start capital and peak margin",
    cells: books.map((book) => signedPercent(book.returnOnPeakCapital)),
  });
  return rows;
}
