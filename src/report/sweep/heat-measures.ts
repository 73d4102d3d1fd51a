import type { Estimate, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { bookOf } from "./book-of.ts";
import { chosenBooks } from "./chosen-books.ts";
import { differenceOf } from "./difference-of.ts";
import { feesOverBleed } from "./fees-over-bleed.ts";
import type { HeatKind } from "./heat-scale.ts";
import { mainTail } from "./main-tail.ts";
import { returnOf } from "./return-of.ts";
import { scaleEstimate } from "./scale-estimate.ts";
import { sharePercent } from "./share-percent.ts";
import { tailName } from "./tail-name.ts";
import { tailOf } from "./tail-of.ts";

/** A number of each cell that a heat map shows. */
export interface HeatMeasure {
  /** Unique on the page, in kebab-case. */
  readonly id: string;
  readonly heading: string;
  readonly sentence: string;
  readonly kind: HeatKind;
  /** A share of start capital is shown in percent. */
  readonly unit: "percent" | "ratio";
  /** Whether gains have a plus sign. */
  readonly plus: "+" | "";
  /** What the two ends of the colours stand for. */
  readonly ends: readonly [low: string, high: string];
  /** Null where the cell has no such number. */
  readonly estimate: (cell: SweepCell) => Estimate | null;
}

const ABSENT = "; a cell without it has a dash";

/** The measures of a sweep that its page shows over two axes. */
export function heatMeasures(summary: SweepSummary): readonly HeatMeasure[] {
  const tail = mainTail(summary);
  const chosen = chosenBooks(summary);
  const shares = { kind: "sequential", unit: "percent", plus: "", ends: ["lowest", "highest"] } as const;
  return [
    {
      id: "heat-difference",
      heading: "Hedged LP less option twin",
      sentence: "Mean difference of the totals on the same paths, in percent of the start capital, with its 95 % interval.",
      kind: "about-zero",
      unit: "percent",
      plus: "+",
      ends: ["desk ahead", "LP ahead"],
      estimate: (cell) => {
        const difference = differenceOf(cell, "hedged-lp", "option-twin");
        return difference === undefined ? null : scaleEstimate(difference, 1 / cell.startCapital);
      },
    },
    {
      id: "heat-fees",
      heading: "Fees over bleed",
      sentence: "The LP's mean swap fees over its mean loss versus rebalancing: at 1 the fees pay for it.",
      kind: "about-one",
      unit: "ratio",
      plus: "",
      ends: ["bleed is more", "fees are more"],
      estimate: (cell) => plain(feesOverBleed(cell)),
    },
    {
      ...shares,
      id: "heat-hedged-lp",
      heading: "Mean return of the hedged LP",
      sentence: "Mean total in percent of the start capital, with its 95 % interval.",
      plus: "+",
      estimate: (cell) => returnOf(cell, "hedged-lp") ?? null,
    },
    {
      ...shares,
      id: "heat-option-twin",
      heading: "Mean return of the option twin",
      sentence: "Mean total in percent of the start capital, with its 95 % interval.",
      plus: "+",
      estimate: (cell) => returnOf(cell, "option-twin") ?? null,
    },
    ...chosen.map(({ book, title, isEverywhere }) => ({
      ...shares,
      id: `heat-${book}`,
      heading: `Mean return of the ${title}`,
      sentence: `Mean total in percent of the start capital, with its 95 % interval${isEverywhere ? "" : ABSENT}.`,
      plus: "+" as const,
      estimate: (cell: SweepCell) => returnOf(cell, book) ?? null,
    })),
    {
      ...shares,
      id: "heat-deviation",
      heading: "Deviation of the hedged LP",
      sentence: "Standard deviation of its total over paths, in percent of the start capital.",
      estimate: (cell) => plain(share(bookOf(cell, "hedged-lp")?.measures.total.deviation, cell.startCapital)),
    },
    {
      ...shares,
      id: "heat-shortfall",
      heading: `Expected shortfall ${tailName(tail)} of the hedged LP`,
      sentence: `Mean loss over the worst ${sharePercent(tail)} of paths, in percent of the start capital.`,
      estimate: (cell) => plain(tailOf(summary, cell, "hedged-lp", "expectedShortfall", tail)),
    },
    ...chosen.map(({ book, title, isEverywhere }) => ({
      ...shares,
      id: `heat-shortfall-${book}`,
      heading: `Expected shortfall ${tailName(tail)} of the ${title}`,
      sentence: `Mean loss over the worst ${sharePercent(tail)} of paths, in percent of the start capital${isEverywhere ? "" : ABSENT}.`,
      estimate: (cell: SweepCell) => plain(tailOf(summary, cell, book, "expectedShortfall", tail)),
    })),
  ];
}

function share(value: number | null | undefined, capital: number): number | null {
  return value === null || value === undefined ? null : value / capital;
}

function plain(value: number | null): Estimate | null {
  return value === null || !Number.isFinite(value) ? null : { mean: value, standardError: null, interval: null };
}
