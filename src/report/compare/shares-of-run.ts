import type { ComparedSeries } from "../../core/comparison.ts";

/** The share of the rows that has gone by at each row; a market that closes has no rows while it does. */
export function sharesOf({ time }: Pick<ComparedSeries, "time">): readonly number[] {
  const steps = Math.max(1, time.length - 1);
  return time.map((_, row) => row / steps);
}

/** A column where such a share has gone by. */
export function atShare({ time }: Pick<ComparedSeries, "time">, column: readonly number[], share: number): number {
  return column[Math.round(share * Math.max(0, time.length - 1))] ?? NaN;
}
