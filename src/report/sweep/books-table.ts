import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { bookTone } from "../page/book-tone.ts";
import { chosenBooks } from "./chosen-books.ts";
import { differenceOf } from "./difference-of.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { gridTable } from "../page/grid-table.ts";
import { intervalText } from "./interval-text.ts";
import { keyMarkup } from "./key-markup.ts";
import { mainTail } from "./main-tail.ts";
import { returnOf } from "./return-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { tailName } from "./tail-name.ts";
import { tailOf } from "./tail-of.ts";
import { verdict } from "./verdict.ts";

const EARNERS: readonly BookName[] = ["lp", "hedged-lp", "option-twin", "short-straddle"];
const HEDGED: readonly BookName[] = ["hedged-lp", "option-twin", "short-straddle"];

/** What stands in a column where the cell has no such book. */
const ABSENT = "none";

/** Tables of more rows scroll within themselves. */
const TALL = 24;

/** A row a cell: what the liquidity position and the hedger earned on the mean path, who is ahead, and what the worst paths cost. Desk and insurer have columns where any cell has them. */
export function booksTable(summary: SweepSummary): Markup {
  const { axes, cells } = summary;
  const tail = mainTail(summary);
  const name = tailName(tail);
  const chosen = chosenBooks(summary).map(({ book }) => book);
  const [earners, tailed] = [
    [...EARNERS, ...chosen],
    [...HEDGED, ...chosen],
  ];
  const returns = earners.map((book) =>
    percentColumn(
      cells.map((cell) => returnOf(cell, book)),
      3,
    ),
  );
  const differences = cells.map((cell) => {
    const difference = differenceOf(cell, "hedged-lp", "option-twin");
    return difference === undefined ? undefined : scaleEstimate(difference, 1 / cell.startCapital);
  });
  const difference = percentColumn(differences, 4);
  const tails = tailed.map((book) => tailColumn(summary, book, tail));
  const heads = axes.length === 0 ? [{ text: "" }] : axes.map(({ key }) => ({ text: keyMarkup(key) }));
  const titled = (books: readonly BookName[]) => books.map((book) => ({ text: titleOf(summary, book), tone: `t-${bookTone[book]}` }));
  const rows = cells.map((cell, index) => [
    ...(axes.length === 0 ? ["all paths"] : axes.map((_, axis) => String(cell.at[axis] ?? ""))),
    ...returns.map((column) => column[index] ?? ""),
    markup`${difference[index] ?? ""}${verdictMark(differences[index])}`,
    ...tails.map((column) => column[index] ?? ""),
  ]);
  return gridTable({
    caption: "LP beside hedger: a row a cell",
    kind: cells.length > TALL ? "books tall" : "books",
    heads: [
      [
        ...heads.map(() => ({ text: "", tone: "none" })),
        { text: "mean return, %", span: earners.length, tone: "over" },
        { text: "difference, %", tone: "over" },
        { text: `ES ${name}, beneath it VaR, %`, span: tailed.length, tone: "over" },
      ],
      [
        ...heads,
        ...titled(earners),
        { text: `${titleOf(summary, "hedged-lp")} − ${titleOf(summary, "option-twin")}`, tone: "t-ink" },
        ...titled(tailed),
      ],
    ],
    groups: [{ rows }],
    rowHeads: heads.length,
  });
}

function titleOf(summary: SweepSummary, name: BookName): string {
  const chosen = chosenBooks(summary).find(({ book }) => book === name)?.title;
  return chosen ?? summary.cells[0]?.books.find(({ book }) => book === name)?.title ?? name;
}

/** Estimates of a share as percentages, each with its interval beneath it. */
function percentColumn(estimates: readonly (Estimate | undefined)[], most: number): readonly Markup[] {
  const percents = estimates.map((estimate) => (estimate === undefined ? undefined : scaleEstimate(estimate, 100)));
  const digits = fittingDigits(
    percents.map((each) => each?.standardError),
    2,
    most,
  );
  return percents.map((each) =>
    each === undefined
      ? markup`${ABSENT}`
      : markup`${figureText(each.mean, digits, "+")}<small>${intervalText(each.interval, digits)}</small>`,
  );
}

function tailColumn(summary: SweepSummary, book: BookName, tail: number): readonly Markup[] {
  const percent = (cell: SweepCell, measure: "expectedShortfall" | "valueAtRisk"): number | null => {
    const share = tailOf(summary, cell, book, measure, tail);
    return share === null ? null : 100 * share;
  };
  const shortfalls = summary.cells.map((cell) => percent(cell, "expectedShortfall"));
  const digits = fittingDigits(
    shortfalls.map((each) => Math.abs(each ?? 0) / 10),
    2,
    3,
  );
  return summary.cells.map((cell, index) =>
    shortfalls[index] === null
      ? markup`${ABSENT}`
      : markup`${figureText(shortfalls[index], digits)}<small>${figureText(percent(cell, "valueAtRisk"), digits)}</small>`,
  );
}

function verdictMark(difference: Estimate | undefined): Markup {
  if (difference === undefined) return markup``;
  const said = verdict(difference);
  const tone = { "LP ahead": "t-hedged", "desk ahead": "t-twin", "no difference shown": "t-hold", "a single path": "t-hold" }[said];
  return markup`<span class="verdict ${tone}">${said}</span>`;
}
