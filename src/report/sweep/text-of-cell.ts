import type { Spread, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { lineLabels } from "../line-labels.ts";
import { decimal } from "../number-format.ts";
import type { TextStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { columnTable } from "../column-table.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { isNothing } from "./is-nothing.ts";
import { mainTail } from "./main-tail.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { spreadDigits } from "./spread-digits.ts";
import { tailName } from "./tail-name.ts";

/** A cell as a table on a terminal, a column a book: of the total its mean, how sure that is and its tail; below, the means of the lines. */
export function textOfCell(summary: SweepSummary, { books, startCapital }: SweepCell, width: number, style: TextStyle): string[] {
  const tail = mainTail(summary);
  const place = summary.tails.indexOf(tail);
  const least = startCapital < 10_000 ? 2 : 0;
  const digitsOf = (spreads: readonly Spread[]): number => Math.min(2, Math.max(...spreads.map((spread) => spreadDigits(spread, least))));
  const mean = (spread: Spread, digits: number, plus: "+" | ""): string =>
    isNothing(spread, startCapital) ? "–" : figureText(spread.mean, digits, plus);
  const lines = lineLabels
    .filter(([name]) => books.some(({ measures }) => !isNothing(measures[name], startCapital)))
    .map(([name, label]) => ({ name, label, digits: digitsOf(books.map(({ measures }) => measures[name])) }));
  const totalDigits = digitsOf(books.map(({ measures }) => measures.total));
  const marginDigits = digitsOf(books.map(({ measures }) => measures.peakMargin));
  const columns = books.map(({ title, measures }) => {
    const { total, peakMargin } = measures;
    const share = scaleEstimate(total, 100 / startCapital);
    return {
      head: [title],
      cells: [
        figureText(total.mean, totalDigits, "+"),
        ...[total.standardError, total.deviation, total.valueAtRisk[place], total.expectedShortfall[place]].map((value) =>
          figureText(value, totalDigits),
        ),
        `${figureText(share.mean, fittingDigits([share.standardError], 2, 3), "+")} %`,
        ...lines.map(({ name, digits }) => mean(measures[name], digits, "+")),
        mean(peakMargin, marginDigits, ""),
      ],
    };
  });
  const labels = [
    "mean total",
    "standard error",
    "deviation",
    `VaR ${tailName(tail)}`,
    `ES ${tailName(tail)}`,
    "mean return",
    ...lines.map(({ label }) => label),
    "peak margin",
  ];
  const note = `In quote, over ${decimal(summary.paths)} ${summary.paths === 1 ? "path" : "paths"}; below the rule, means of the lines. Each book starts with ${figureText(startCapital, least)}; its return is on that. VaR and ES are losses.`;
  return [
    ...columnTable({ labels: [{ head: [], cells: labels }], columns, rulesBefore: [6] }, width, style),
    ...wrapText(note, width).map(style.dim),
  ];
}
