import type { RankInterval } from "./rank-interval.ts";

/** Cells of equal width from the first interval of a column to the last. */
const CELLS = 1_024;

/** A quick look at whether a value may lie in one of the intervals of a column: whether its cell touches one. Never wrong when it says no. */
export class CoarseFilter {
  readonly #from: number;
  readonly #to: number;
  readonly #scale: number;
  readonly #touched = new Uint8Array(CELLS);

  /** @param intervals at least one */
  constructor(intervals: readonly RankInterval[]) {
    this.#from = intervals.reduce((least, { low }) => Math.min(least, low), Infinity);
    this.#to = intervals.reduce((greatest, { high }) => Math.max(greatest, high), -Infinity);
    this.#scale = CELLS / (this.#to - this.#from);
    for (const { low, high } of intervals)
      this.#touched.fill(1, cell(low - this.#from, this.#scale), cell(high - this.#from, this.#scale) + 1);
  }

  /**
   * Copies the values that may lie in an interval, in their order; a negative zero becomes a zero.
   *
   * @param out room for all values
   * @returns how many were copied
   */
  copy(values: Float64Array, out: Float64Array): number {
    const [from, to, scale, touched] = [this.#from, this.#to, this.#scale, this.#touched];
    let count = 0;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]!;
      if (value < from || value > to || touched[cell(value - from, scale)] === 0) continue;
      out[count] = value + 0;
      count += 1;
    }
    return count;
  }
}

/** Rises with the distance, also where distance or scale is past the largest double: 0 times infinity counts as 0. */
function cell(distance: number, scale: number): number {
  return Math.min(distance * scale, CELLS - 1) | 0;
}
