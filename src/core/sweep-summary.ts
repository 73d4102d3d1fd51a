/**
 * What a sweep says: the one shape that its page, the terminal and other programs read. Types only. Numbers are in quote unless a name says otherwise.
 */
import type { LineName } from "./line-name.ts";
import type { BookName, Interval } from "./result.ts";

/** The value of a setting. */
export type SettingValue = string | number | boolean;

/** What is measured of a book on each path: the statement's lines, their total, the most margin behind it, and how often its hedge traded. */
export type SweepMeasure = LineName | "total" | "peakMargin" | "trades";

/** Mean over paths, its standard error, and a 95 % interval for it (Student's t); of a single path the last two are null. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number | null;
  readonly interval: Interval | null;
}

/** How one number is spread over paths. */
export interface Spread extends Estimate {
  /** With n − 1 in the denominator; null for a single path. */
  readonly deviation: number | null;
  readonly least: number;
  readonly greatest: number;
  /** At each of the summary's `probabilities`: the smallest value with at least that share of paths at or below it; no interpolation. */
  readonly quantiles: readonly number[];
  /** For each of the summary's `tails`, as a loss: minus the quantile at that share. */
  readonly valueAtRisk: readonly number[];
  /** For each of the summary's `tails`, as a loss: minus the mean of that share of worst paths (Acerbi and Tasche 2002, On the coherence of expected shortfall). */
  readonly expectedShortfall: readonly number[];
}

/** How many paths ended where, in bins of equal width. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
  /** Paths below `from`, and above `to`. */
  readonly below: number;
  readonly above: number;
}

/** One book over all paths of a cell. */
export interface SweepBook {
  readonly book: BookName;
  /** As in a run's statement. */
  readonly title: string;
  readonly measures: Readonly<Record<SweepMeasure, Spread>>;
  /** Of the total. The bins are those of all books of the same kind (with direction, or hedged) in every cell. */
  readonly histogram: Histogram;
}

/** One book less another on the same paths (common random numbers), line by line. */
export interface SweepDifference {
  readonly book: BookName;
  readonly minus: BookName;
  readonly lines: Readonly<Record<LineName | "total", Estimate>>;
}

/** All paths at one value of each axis. */
export interface SweepCell {
  /** As many as there are axes. */
  readonly at: readonly SettingValue[];
  /** What each book starts with. */
  readonly startCapital: number;
  /** Desk and insurer only where the cell's settings name them. */
  readonly books: readonly SweepBook[];
  readonly differences: readonly SweepDifference[];
  /** Of the log return of the price over a path. */
  readonly logReturn: Spread;
  /** Swaps on a path; arbitrages alone where the kernel walks. */
  readonly swaps: Spread;
  /** Blocks of a path. */
  readonly blocks: Spread;
}

/** The content of summary.json. */
export interface SweepSummary {
  readonly schemaVersion: 1;
  readonly scenario: {
    readonly name: string;
    readonly title: string;
    readonly what: string;
    readonly source: string;
    readonly thoughtExperiment: string | null;
  };
  /** How paths were walked: in doubles by the kernel, or by the whole engine over the twin. */
  readonly engine: "kernel" | "twin";
  readonly seed: number;
  /** Of each cell. */
  readonly paths: number;
  readonly axes: readonly { readonly key: string; readonly values: readonly SettingValue[] }[];
  /** The settings that are no axes, those that have a part in a sweep. */
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** Shares of paths at which quantiles are given, rising. */
  readonly probabilities: readonly number[];
  /** Shares of worst paths that value at risk and expected shortfall are given for. */
  readonly tails: readonly number[];
  /** The last axis runs fastest. */
  readonly cells: readonly SweepCell[];
}
