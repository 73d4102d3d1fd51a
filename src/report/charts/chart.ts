import type { Tone } from "../page/tone.ts";

/** How a number is shown: dollars, a price, a share as percent, tokens, gwei, a count. */
export type Unit = "money" | "price" | "percent" | "tokens" | "gwei" | "count";

export interface ChartColumn {
  readonly label: string;
  readonly unit: Unit;
  /** As long as the chart's time. */
  readonly values: readonly number[];
}

export interface ChartLine extends ChartColumn {
  readonly tone: Tone;
  /** `wide` lies below other lines that run close to it, `area` is filled down to zero; thin, and dashed as its tone is, when absent. */
  readonly weight?: "wide" | "area";
  /** Belongs to the axis on the right. */
  readonly right?: boolean;
}

/** One chart over time, as data. */
export interface Chart {
  /** Unique on the page, in kebab-case. */
  readonly id: string;
  readonly heading: string;
  /** What one sees, in a sentence, with its numbers. */
  readonly sentence: string;
  readonly width: "full" | "half";
  /** `asinh` is linear near zero and logarithmic away from it, so that it also shows negative values. */
  readonly scale: "linear" | "asinh";
  readonly time: readonly number[];
  readonly lines: readonly ChartLine[];
  /** Further columns of the table below the chart. */
  readonly more?: readonly ChartColumn[];
}
