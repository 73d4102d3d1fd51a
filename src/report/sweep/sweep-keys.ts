import type { BookName } from "../../core/result.ts";
import type { Estimate, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { bookTone } from "../page/book-tone.ts";
import type { KeyNumber } from "../page/key-numbers.ts";
import type { Tone } from "../page/tone.ts";
import { cellLabel } from "./cell-label.ts";
import { differenceOf } from "./difference-of.ts";
import { extremeCells } from "./extreme-cells.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { intervalText } from "./interval-text.ts";
import { mainTail } from "./main-tail.ts";
import { returnOf } from "./return-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { tailName } from "./tail-name.ts";
import { tailOf } from "./tail-of.ts";
import { verdict } from "./verdict.ts";

/** Hedged LP, option twin and their difference over a sweep's cells; what no cell has is left out. */
export function sweepKeys(summary: SweepSummary): readonly KeyNumber[] {
  return [...bookKey(summary, "hedged-lp"), ...bookKey(summary, "option-twin"), ...differenceKey(summary)];
}

function bookKey(summary: SweepSummary, name: BookName): readonly KeyNumber[] {
  const tail = mainTail(summary);
  const title = summary.cells[0]?.books.find(({ book }) => book === name)?.title;
  if (title === undefined) return [];
  const shortfall = (cell: SweepCell): number | null => tailOf(summary, cell, name, "expectedShortfall", tail);
  const ends = extremeCells(summary.cells, shortfall);
  const percent = (share: number): string => figureText(100 * share, 2);
  const loss =
    ends === null
      ? ""
      : summary.cells.length === 1
        ? `expected shortfall ${tailName(tail)}: ${percent(ends.least.value)} %`
        : `expected shortfall ${tailName(tail)}: ${percent(ends.least.value)} to ${percent(ends.most.value)} %`;
  return keyNumber(summary, title, bookTone[name], (cell) => returnOf(cell, name), ["mean return", loss]);
}

function differenceKey(summary: SweepSummary): readonly KeyNumber[] {
  const estimate = (cell: SweepCell): Estimate | undefined => {
    const difference = differenceOf(cell, "hedged-lp", "option-twin");
    return difference === undefined ? undefined : scaleEstimate(difference, 1 / cell.startCapital);
  };
  const [only] = summary.cells;
  const single = only === undefined || summary.cells.length > 1 ? undefined : estimate(only);
  return keyNumber(summary, "hedged LP − option twin", "ink", estimate, [
    "mean difference on the same paths",
    single === undefined ? "" : verdict(single),
  ]);
}

/** A number with its interval; of several cells the lowest and the highest, and where they are. */
function keyNumber(
  summary: SweepSummary,
  title: string,
  tone: Tone,
  of: (cell: SweepCell) => Estimate | undefined,
  notes: readonly string[],
): readonly KeyNumber[] {
  const { cells } = summary;
  const estimates = new Map(cells.map((cell) => [cell, of(cell)]));
  const errors = [...estimates.values()].map((each) => (each?.standardError ?? 0) * 100);
  const digits = fittingDigits(errors, 2, 3);
  const percent = (share: number): string => figureText(100 * share, digits, "+");
  const ends = extremeCells(cells, (cell) => estimates.get(cell)?.mean ?? null);
  if (ends === null) return [];
  const within = (cell: SweepCell): string => {
    const interval = estimates.get(cell)?.interval ?? null;
    return interval === null ? "no interval" : `95 %: ${intervalText([100 * interval[0], 100 * interval[1]], digits, "+")} %`;
  };
  const lines =
    cells.length === 1
      ? [within(ends.most.cell)]
      : (
          [
            ["highest", ends.most],
            ["lowest", ends.least],
          ] as const
        ).map(([word, { cell }]) => `${word} at ${cellLabel(summary, cell)} (${within(cell)})`);
  const { least, most } = ends;
  const [what = "", ...further] = notes;
  const number = least.value === most.value ? `${percent(most.value)} %` : `${percent(least.value)} to ${percent(most.value)} %`;
  return [{ tone, title, number, notes: [what, ...lines, ...further] }];
}
