import type { BookName } from "../../core/result.ts";
import type { SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { folded } from "../page/folded.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { bookOf } from "./book-of.ts";
import { cellLabel } from "./cell-label.ts";
import { differenceOf } from "./difference-of.ts";
import { spreadFigure } from "./spread-figure.ts";

/** More cells than this are folded away but for three. */
const OPEN_CELLS = 6;
const HEDGED: readonly BookName[] = ["hedged-lp", "option-twin", "short-straddle", "desk"];
const DIRECTED: readonly BookName[] = ["lp", "hold", "insurer"];

/** The section on how totals are spread over paths: two figures a cell. */
export function distributions(summary: SweepSummary): Markup {
  const chosen = chooseCells(summary);
  const shown = chosen.map(({ cell, what }) => figures(summary, cell, what));
  const rest = summary.cells.filter((cell) => !chosen.some((each) => each.cell === cell));
  const title = `The other ${rest.length} ${rest.length === 1 ? "cell" : "cells"}`;
  const more =
    rest.length === 0
      ? ""
      : folded(
          title,
          rest.map((cell) => figures(summary, cell, "")),
          "bulk",
        );
  return markup`<p>Each area holds all paths of a book by their total, and the fine line across it says what share of them a bin of that height holds. Books of a figure share both scales, so that
equal areas are equal numbers of paths; a narrow, high one is a sure thing. Books that move with the price have a figure and an axis of their own.</p>
${shown}${more}`;
}

/** All cells, or of many the first, the middle and the last by the difference between hedged LP and option twin. */
function chooseCells({ cells }: SweepSummary): readonly { readonly cell: SweepCell; readonly what: string }[] {
  if (cells.length <= OPEN_CELLS) return cells.map((cell) => ({ cell, what: "" }));
  const difference = (cell: SweepCell): number => (differenceOf(cell, "hedged-lp", "option-twin")?.mean ?? 0) / cell.startCapital;
  const sorted = [...cells].sort((a, b) => difference(a) - difference(b));
  const places = [
    [sorted[0], "Lowest difference of hedged LP and option twin:"],
    [sorted[Math.floor((sorted.length - 1) / 2)], "In the middle:"],
    [sorted.at(-1), "Highest difference:"],
  ] as const;
  return places.flatMap(([cell, what]) => (cell === undefined ? [] : [{ cell, what }]));
}

function figures(summary: SweepSummary, cell: SweepCell, what: string): Markup {
  const id = `cell-${summary.cells.indexOf(cell) + 1}`;
  const books = (names: readonly BookName[]) => names.flatMap((name) => cell.books.filter(({ book }) => book === name));
  const panels = [
    { id: `${id}-hedged`, heading: "LP beside hedger", books: books(HEDGED), cell },
    {
      id: `${id}-directed`,
      heading: `${bookOf(cell, "insurer") === undefined ? "LP" : "LP and insurer"} beside hold`,
      books: books(DIRECTED),
      cell,
    },
  ].filter((panel) => panel.books.length > 0);
  const title = summary.axes.length === 0 ? "" : markup`<h3 class="cell-title">${what} ${cellLabel(summary, cell)}</h3>`;
  return markup`${title}<div class="charts">${panels.map((panel) => spreadFigure(summary, panel))}</div>
`;
}
