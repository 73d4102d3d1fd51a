import { median } from "./statistics.ts";

/** What the project sets itself. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number };

/** A line of a benchmark's table: a ratio of two sides, since milliseconds belong to a machine. */
export interface Row {
  /** Name in the baseline. */
  readonly name: string;
  readonly what: string;
  /** Median over the rounds. */
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  /** The same on processor time, where `value` is on the clock and both sides are one process; null elsewhere. */
  readonly cpu: number | null;
  /** Null where the row only informs. */
  readonly limit: Limit | null;
}

/** The row of the ratios that the rounds measured. */
export function row(name: string, what: string, limit: Limit | null, ratios: readonly number[], cpu: readonly number[] | null = null): Row {
  return {
    name,
    what,
    value: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    cpu: cpu === null ? null : median(cpu),
    limit,
  };
}
