import type { Spread, SweepCell } from "../../core/sweep-summary.ts";
import { lineLabels } from "../line-labels.ts";
import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { bookTone } from "../statement-picture.ts";
import { figureText } from "./figure-text.ts";
import { intervalText } from "./interval-text.ts";
import { isNothing } from "./is-nothing.ts";
import { spreadDigits } from "./spread-digits.ts";

/** The statement of every book on average over a cell's paths, in the manner of a run's: a column a book, a row a line. */
export function meanStatement({ books, startCapital }: SweepCell): Markup {
  const least = startCapital < 10_000 ? 2 : 0;
  const cell = (spread: Spread, plus: "+" | "", digits: number): Markup => {
    if (isNothing(spread, startCapital)) return markup`<td>–</td>`;
    return markup`<td>${figureText(spread.mean, digits, plus)}<small>${intervalText(spread.interval, digits)}</small></td>`;
  };
  const row = (kind: string, label: string, meaning: string, spreads: readonly Spread[], plus: "+" | ""): Markup => {
    const digits = Math.min(2, Math.max(...spreads.map((spread) => spreadDigits(spread, least))));
    return markup`<tr class="${kind}"><th scope="row"><abbr title="${meaning}">${label}</abbr></th>${spreads.map((spread) => cell(spread, plus, digits))}</tr>\n`;
  };
  const lines = lineLabels
    .map(([name, label, meaning]) => ({ label, meaning, spreads: books.map(({ measures }) => measures[name]) }))
    .filter(({ spreads }) => spreads.some((spread) => !isNothing(spread, startCapital)))
    .map(({ label, meaning, spreads }) => row("line", label, meaning, spreads, "+"));
  const totals = books.map(({ measures }) => measures.total);
  const margins = books.map(({ measures }) => measures.peakMargin);
  const heads = books.map(({ book, title }) => markup`<th scope="col" class="t-${bookTone[book]}">${title}</th>`);
  return markup`<h3>One statement for every book, on average</h3>
<p>Each book starts with ${figureText(startCapital, least)} of quote. The total comes from marks, the lines from flows; in small print the 95 % interval of the mean.</p>
<div class="scroll" tabindex="0" role="region" aria-label="The mean statement"><table class="statement mean"><caption class="unseen">The statement on average over paths, in quote: a column a book, a row a line</caption>
<thead><tr><td></td>${heads}</tr></thead><tbody>
${lines}${row("total", "total", "change of value, from marks", totals, "+")}${row("capital", "peak margin", "most margin that stood behind it at any block", margins, "")}</tbody></table></div>`;
}
