import type { LineName } from "../../core/line-name.ts";
import type { Estimate, Spread, SweepCell, SweepMeasure, SweepSummary } from "../../core/sweep-summary.ts";
import { lineLabels } from "../line-labels.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { bookTone } from "../page/book-tone.ts";
import { figureText } from "./figure-text.ts";
import { gridTable } from "../page/grid-table.ts";
import { intervalText } from "./interval-text.ts";
import { isNothing } from "./is-nothing.ts";
import { sharePercent } from "./share-percent.ts";
import { spreadDigits } from "./spread-digits.ts";
import { tailName } from "./tail-name.ts";

const LINES: readonly (readonly [name: LineName | "total", label: string])[] = [
  ...lineLabels.map(([name, label]) => [name, label] as const),
  ["total", "total"],
];
const MEASURES: readonly (readonly [name: SweepMeasure, label: string])[] = [...LINES, ["peakMargin", "peak margin"], ["trades", "trades"]];

/** Everything that is known of a cell: each line of each book over its paths, and each line of every pair of books. */
export function cellStatistics(summary: SweepSummary, cell: SweepCell, label: string): Markup {
  const leftOut = LINES.filter(([name]) => cell.books.every(({ measures }) => isNothing(measures[name], cell.startCapital)));
  const note =
    leftOut.length === 0
      ? ""
      : markup`<p class="soft">Zero on every path, or less than a billionth of the start capital, and left out: ${leftOut.map(([, each]) => each).join(", ")}.</p>`;
  return markup`<p>Start capital ${figureText(cell.startCapital, cell.startCapital < 10_000 ? 2 : 0)}. In quote; columns headed by a percentage are quantiles, and losses of a tail are positive.</p>
${spreadTable(summary, cell, label)}
<p>The first book less the second on the same path, in quote: the mean over paths, and beneath it its 95 % interval.</p>
${differenceTable(cell, label)}${note}`;
}

function spreadTable(summary: SweepSummary, cell: SweepCell, label: string): Markup {
  const least = cell.startCapital < 10_000 ? 2 : 0;
  const row = (name: string, spread: Spread, digits: number, hasTails: boolean): string[] => {
    const shown = spreadDigits(spread, digits);
    const text = (value: number | null | undefined): string => figureText(value, shown);
    const tails = summary.tails.flatMap((_, index) => [spread.valueAtRisk[index], spread.expectedShortfall[index]]);
    return [
      name,
      ...[spread.mean, spread.standardError, spread.deviation, spread.least].map(text),
      ...summary.probabilities.map((_, index) => text(spread.quantiles[index])),
      text(spread.greatest),
      ...tails.map((value) => (hasTails ? text(value) : "–")),
    ];
  };
  const books = cell.books.map((book) => ({
    title: { text: book.title, tone: `t-${bookTone[book.book]}` },
    rows: MEASURES.filter(([name]) => name === "total" || !isNothing(book.measures[name], cell.startCapital)).map(([name, text]) =>
      row(text, book.measures[name], name === "trades" ? 0 : least, name !== "trades" && name !== "peakMargin"),
    ),
  }));
  const path = {
    title: { text: "the path" },
    rows: [row("log return", cell.logReturn, 4, false), row("arbitrages", cell.swaps, 0, false), row("blocks", cell.blocks, 0, false)],
  };
  const tails = summary.tails.flatMap((tail) => [`VaR ${tailName(tail)}`, `ES ${tailName(tail)}`]);
  const quantiles = summary.probabilities.map(sharePercent);
  const heads = ["", "mean", "standard error", "deviation", "least", ...quantiles, "greatest", ...tails];
  return gridTable({
    caption: `Statistics of every book, ${label}`,
    kind: "statistics",
    heads: [heads.map((text) => ({ text }))],
    groups: [...books, path],
    rowHeads: 1,
  });
}

function differenceTable(cell: SweepCell, label: string): Markup {
  const lines = LINES.filter(
    ([name]) => name === "total" || cell.differences.some((each) => !isNothing(each.lines[name], cell.startCapital)),
  );
  const titleOf = (name: string): string => cell.books.find(({ book }) => book === name)?.title ?? name;
  const text = (estimate: Estimate): Markup | string => {
    if (isNothing(estimate, cell.startCapital)) return "–";
    const digits = spreadDigits(estimate, cell.startCapital < 10_000 ? 2 : 0);
    return markup`${figureText(estimate.mean, digits, "+")}<small>${intervalText(estimate.interval, digits, "+")}</small>`;
  };
  return gridTable({
    caption: `Differences between books, ${label}`,
    kind: "statistics",
    heads: [[{ text: "" }, ...lines.map(([, text]) => ({ text }))]],
    groups: [
      {
        rows: cell.differences.map(({ book, minus, lines: all }) => [
          `${titleOf(book)} − ${titleOf(minus)}`,
          ...lines.map(([name]) => text(all[name])),
        ]),
      },
    ],
    rowHeads: 1,
  });
}
