import type { Spread, SweepCell } from "../../core/sweep-summary.ts";
import { lineLabels } from "../line-labels.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { bookTone } from "../page/book-tone.ts";
import { statementTable } from "../page/statement-table.ts";
import { figureText } from "./figure-text.ts";
import { intervalText } from "./interval-text.ts";
import { isNothing } from "./is-nothing.ts";
import { spreadDigits } from "./spread-digits.ts";

/** The statement of every book on average over a cell's paths, in the manner of a run's: a column a book, a row a line. */
export function meanStatement({ books, startCapital }: SweepCell): Markup {
  const least = startCapital < 10_000 ? 2 : 0;
  const row = (kind: string, label: string, meaning: string, spreads: readonly Spread[], plus: "+" | "") => {
    const digits = Math.min(2, Math.max(...spreads.map((spread) => spreadDigits(spread, least))));
    const cells = spreads.map((spread) =>
      isNothing(spread, startCapital)
        ? "–"
        : markup`${figureText(spread.mean, digits, plus)}<small>${intervalText(spread.interval, digits)}</small>`,
    );
    return { kind, label, meaning, cells };
  };
  const lines = lineLabels
    .map(([name, label, meaning]) => ({ label, meaning, spreads: books.map(({ measures }) => measures[name]) }))
    .filter(({ spreads }) => spreads.some((spread) => !isNothing(spread, startCapital)))
    .map(({ label, meaning, spreads }) => row("line", label, meaning, spreads, "+"));
  const totals = books.map(({ measures }) => measures.total);
  const margins = books.map(({ measures }) => measures.peakMargin);
  const table = statementTable({
    caption: "The statement on average over paths, in quote: a column a book, a row a line",
    books: books.map(({ book, title }) => ({ title, tone: bookTone[book] })),
    rows: [
      ...lines,
      row("total", "total", "change of value, from marks", totals, "+"),
      row("capital", "peak margin", "most margin that stood behind it at any block", margins, ""),
    ],
  });
  return markup`<h3>One statement for every book, on average</h3>
<p>Each book starts with ${figureText(startCapital, least)} of quote. The total comes from marks, the lines from flows; in small print the 95 % interval of the mean.</p>
${table}`;
}
