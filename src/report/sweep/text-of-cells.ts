import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { cleanText } from "../clean-text.ts";
import { decimal } from "../number-format.ts";
import type { TextStyle } from "../text-style.ts";
import { wrapText } from "../wrap-text.ts";
import { cellLabel } from "./cell-label.ts";
import { chosenBooks } from "./chosen-books.ts";
import { columnTable } from "../column-table.ts";
import type { TextColumn } from "../column-table.ts";
import { differenceOf } from "./difference-of.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { intervalText } from "./interval-text.ts";
import { mainTail } from "./main-tail.ts";
import { returnOf } from "./return-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { tailName } from "./tail-name.ts";
import { tailOf } from "./tail-of.ts";

const MOST_ROWS = 40;
/** Where a cell has no such book. */
const ABSENT = "none";

/** The first cells as a table on a terminal, a row a cell, in percent of the start capital. */
export function textOfCells(summary: SweepSummary, width: number, style: TextStyle): string[] {
  const cells = summary.cells.slice(0, MOST_ROWS);
  const tail = mainTail(summary);
  const differences = cells.map((cell) => {
    const difference = differenceOf(cell, "hedged-lp", "option-twin");
    return difference === undefined ? undefined : scaleEstimate(difference, 100 / cell.startCapital);
  });
  const digits = digitsOf(differences, 4);
  const chosen = chosenBooks(summary);
  const columns: TextColumn[] = [
    returns(cells, "hedged-lp", ["hedged LP"]),
    returns(cells, "option-twin", ["option twin"]),
    { head: ["difference"], cells: differences.map((each) => figureText(each?.mean, digits, "+")) },
    { head: ["95 % interval"], cells: differences.map((each) => intervalText(each?.interval, digits)) },
    shortfalls(summary, cells, "hedged-lp", [`ES ${tailName(tail)}`, "hedged LP"]),
    shortfalls(summary, cells, "option-twin", [`ES ${tailName(tail)}`, "twin"]),
    ...chosen.flatMap(({ book, title }) => [
      returns(cells, book, title.split(" ")),
      shortfalls(summary, cells, book, [`ES ${tailName(tail)}`, ...title.split(" ")]),
    ]),
  ];
  const { labels, key } = labelsOf(summary, cells, width);
  const left = summary.cells.length - cells.length;
  const notes = [
    "In % of the start capital, ± one standard error of the mean; the difference is hedged LP less option twin on the same paths. ES is a loss.",
    ...(left === 0 ? [] : [`${decimal(left)} more cells are on the page, index.html, and in summary.json.`]),
    ...key,
  ];
  return [...columnTable({ labels, columns }, width, style), ...notes.flatMap((note) => wrapText(note, width)).map(style.dim)];
}

/** A column an axis where they take no more than half of the width, otherwise numbers and what they stand for. */
function labelsOf(summary: SweepSummary, cells: readonly SweepCell[], width: number): { labels: TextColumn[]; key: string[] } {
  const labels = summary.axes.map(({ key }, axis) => ({
    head: key.split(/(?<=\.)/),
    cells: cells.map(({ at }) => String(at[axis] ?? "")),
  }));
  const widest = Math.max(0, ...labels.flatMap(({ head, cells: texts }) => [...head, ...texts].map((text) => text.length + 2)));
  if (widest * labels.length <= width / 2) return { labels, key: [] };
  return {
    labels: [{ head: ["cell"], cells: cells.map((_, index) => String(index + 1)) }],
    key: cells.map((cell, index) => `${index + 1}: ${cleanText(cellLabel(summary, cell))}`),
  };
}

function returns(cells: readonly SweepCell[], book: BookName, head: readonly string[]): TextColumn {
  const estimates = cells.map((cell) => {
    const estimate = returnOf(cell, book);
    return estimate === undefined ? undefined : scaleEstimate(estimate, 100);
  });
  const digits = digitsOf(estimates, 3);
  return {
    head,
    cells: estimates.map((each) => {
      if (each === undefined) return ABSENT;
      const error = each.standardError;
      return figureText(each.mean, digits, "+") + (error === null ? "" : ` ± ${figureText(error, digits)}`);
    }),
  };
}

function shortfalls(summary: SweepSummary, cells: readonly SweepCell[], book: BookName, head: readonly string[]): TextColumn {
  const losses = cells.map((cell) => tailOf(summary, cell, book, "expectedShortfall", mainTail(summary)));
  return { head, cells: losses.map((loss) => (loss === null ? ABSENT : figureText(100 * loss, 2))) };
}

function digitsOf(estimates: readonly (Estimate | undefined)[], most: number): number {
  return fittingDigits(
    estimates.map((each) => each?.standardError),
    2,
    most,
  );
}
