import type { BookName } from "../../core/result.ts";
import type { SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { decimal, percent, signedPercent } from "../number-format.ts";
import { bookOf } from "./book-of.ts";
import { cellLabel } from "./cell-label.ts";
import { chosenBooks } from "./chosen-books.ts";
import { differenceOf } from "./difference-of.ts";
import { estimateEvidence } from "./estimate-evidence.ts";
import { evidenceBasis } from "./evidence-basis.ts";
import { extremeCells } from "./extreme-cells.ts";
import { feesOverBleed } from "./fees-over-bleed.ts";
import { mainTail } from "./main-tail.ts";
import { ofCells } from "./of-cells.ts";
import { returnOf } from "./return-of.ts";
import { sharePercent } from "./share-percent.ts";
import { standing } from "./standing.ts";
import type { SweepFinding } from "./sweep-finding.ts";
import { tailOf } from "./tail-of.ts";

type Extremes = NonNullable<ReturnType<typeof extremeCells>>;

/** What a sweep of several cells found; a sentence is left out where the books that it speaks of are missing. */
export function findOverCells(summary: SweepSummary): readonly SweepFinding[] {
  return [whoIsAhead(summary), whatFeesPay(summary), worstPaths(summary), whatTheHedgeDoes(summary), ...whatTheChosenMake(summary)].filter(
    (finding) => finding !== null,
  );
}

function whoIsAhead(summary: SweepSummary): SweepFinding | null {
  const difference = (cell: SweepCell) => differenceOf(cell, "hedged-lp", "option-twin");
  const ends = extremeCells(summary.cells, (cell) => {
    const own = difference(cell);
    return own === undefined ? null : own.mean / cell.startCapital;
  });
  if (ends === null) return null;
  const [low, high] = [ends.least, ends.most].map(({ value }) => signedPercent(value, 3));
  const evidence = namedEnds(ends).flatMap(([name, { cell }]) => {
    const own = difference(cell);
    return own === undefined ? [] : [estimateEvidence(`${name}: hedged-lp.total − option-twin.total`, own)];
  });
  const span =
    low === high
      ? `The mean difference is ${high} of the start capital everywhere.`
      : `The mean difference, as a share of the start capital, goes from ${low} at ${cellLabel(summary, ends.least.cell)} to ${high} at ${cellLabel(summary, ends.most.cell)}.`;
  return { sentence: `${standing(summary)} ${span}`, evidence: withBasis(summary, evidence) };
}

function whatFeesPay(summary: SweepSummary): SweepFinding | null {
  const ends = extremeCells(summary.cells, feesOverBleed);
  if (ends === null) return null;
  const { least, most } = ends;
  const paying = summary.cells.filter((cell) => (feesOverBleed(cell) ?? 0) >= 1).length;
  const [low, high] = [least, most].map(({ value }) => percent(value, 1));
  const evidence = namedEnds(ends).flatMap(([name, { cell }]) => {
    const lp = bookOf(cell, "lp");
    if (lp === undefined) return [];
    return [`${name}: ${estimateEvidence("lp.premium", lp.measures.premium)}, ${estimateEvidence("lp.bleed", lp.measures.bleed)}`];
  });
  const of = "of the LP's bleed";
  const span =
    low === high
      ? `${high} ${of} everywhere`
      : `${low} ${of} at ${cellLabel(summary, least.cell)} and ${high} at ${cellLabel(summary, most.cell)}`;
  return {
    sentence: `On average the pool's fees pay ${span}; they pay for all of it ${ofCells(paying, summary.cells.length)}.`,
    evidence: withBasis(summary, evidence),
  };
}

function worstPaths(summary: SweepSummary): SweepFinding | null {
  const tail = mainTail(summary);
  const loss = (name: BookName) => (cell: SweepCell) => tailOf(summary, cell, name, "expectedShortfall", tail);
  const lp = extremeCells(summary.cells, loss("hedged-lp"));
  const desk = extremeCells(summary.cells, loss("option-twin"));
  if (lp === null || desk === null || summary.paths * tail < 1) return null;
  const lighter = summary.cells.filter((cell) => Number(loss("hedged-lp")(cell)) < Number(loss("option-twin")(cell))).length;
  return {
    sentence: `The worst ${sharePercent(tail)} of paths cost the hedged LP ${spanOf(lp)} of its capital on average, depending on the cell, and the options desk ${spanOf(desk)}; the LP's tail is the lighter one ${ofCells(lighter, summary.cells.length)}.`,
    evidence: `hedged-lp.total, expected shortfall: least at ${cellLabel(summary, lp.least.cell)}, most at ${cellLabel(summary, lp.most.cell)}; ${decimal(summary.paths)} paths`,
  };
}

function whatTheHedgeDoes(summary: SweepSummary): SweepFinding | null {
  const deviation = (name: BookName) => (cell: SweepCell) => {
    const value = bookOf(cell, name)?.measures.total.deviation ?? null;
    return value === null ? null : value / cell.startCapital;
  };
  const bare = extremeCells(summary.cells, deviation("lp"));
  const hedged = extremeCells(summary.cells, deviation("hedged-lp"));
  const best = extremeCells(summary.cells, (cell) => returnOf(cell, "hedged-lp")?.mean ?? null);
  if (bare === null || hedged === null || best === null) return null;
  const own = bookOf(best.most.cell, "hedged-lp")?.measures.total;
  const where = cellLabel(summary, best.most.cell);
  return {
    sentence: `Unhedged, the LP's total has a deviation of ${spanOf(bare)} of its capital, hedged of ${spanOf(hedged)}. On average the hedged LP does best at ${where}, with ${signedPercent(best.most.value, 3)}.`,
    evidence: withBasis(summary, own === undefined ? [] : [estimateEvidence("hedged-lp.total", own)]),
  };
}

/** Desk and insurer: where they make most and least, how heavy their tails are, and where there are none. */
function whatTheChosenMake(summary: SweepSummary): readonly SweepFinding[] {
  const { cells } = summary;
  const tail = mainTail(summary);
  return chosenBooks(summary).flatMap(({ book, title }) => {
    const ends = extremeCells(cells, (cell) => returnOf(cell, book)?.mean ?? null);
    const losses = extremeCells(cells, (cell) => tailOf(summary, cell, book, "expectedShortfall", tail));
    if (ends === null || losses === null) return [];
    const [low, high] = [ends.least, ends.most].map(({ value }) => signedPercent(value, 3));
    const span =
      low === high
        ? `makes ${high} of its capital everywhere`
        : `makes from ${low} of its capital at ${cellLabel(summary, ends.least.cell)} to ${high} at ${cellLabel(summary, ends.most.cell)}`;
    const without = cells.filter((cell) => bookOf(cell, book) === undefined).length;
    const absent = without === 0 ? "" : ` There is none ${ofCells(without, cells.length)}.`;
    const evidence = namedEnds(ends).flatMap(([name, { cell }]) => {
      const own = bookOf(cell, book);
      return own === undefined ? [] : [estimateEvidence(`${name}: ${book}.total`, own.measures.total)];
    });
    const worst = summary.paths * tail < 1 ? "" : `; its worst ${sharePercent(tail)} of paths cost ${spanOf(losses)} of it on average`;
    return [{ sentence: `On average the ${title} ${span}${worst}.${absent}`, evidence: withBasis(summary, evidence) }];
  });
}

function namedEnds({ least, most }: Extremes) {
  return least.cell === most.cell
    ? ([["everywhere", least]] as const)
    : ([
        ["lowest", least],
        ["highest", most],
      ] as const);
}

function spanOf({ least, most }: Extremes): string {
  const [low, high] = [decimal(least.value * 100, 2), decimal(most.value * 100, 2)];
  return low === high ? `${high} %` : `${low} to ${high} %`;
}

function withBasis({ paths }: SweepSummary, evidence: readonly string[]): string {
  return [...evidence, evidenceBasis(paths)].join("; ");
}
