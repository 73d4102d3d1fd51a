import type { Histogram } from "../../core/sweep-summary.ts";
import type { Bins } from "./bins.ts";

/** Counts of one column in bins of equal width. */
export class BinCounts {
  readonly #bins: Bins;
  /** Where each bin begins, and at the end where the last one stops. */
  readonly #edges: Float64Array;
  /** Bins in one; 0, so that all the way is left to the edges, where that is past the largest double. */
  readonly #scale: number;
  readonly #counts: Float64Array;
  #below = 0;
  #above = 0;

  constructor(wanted: Bins) {
    const { column, from, to, bins } = wanted;
    if (!Number.isFinite(to - from) || !(from <= to) || !Number.isSafeInteger(bins) || bins < 1) {
      throw new RangeError(`column ${column} cannot be counted in ${bins} bins from ${from} to ${to}`);
    }
    this.#bins = wanted;
    this.#edges = Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? to : from + (i * (to - from)) / bins));
    const scale = bins / (to - from);
    this.#scale = Number.isFinite(scale) ? scale : 0;
    this.#counts = new Float64Array(bins);
  }

  add(values: Float64Array): void {
    const { from, to, bins } = this.#bins;
    const [edges, counts, scale] = [this.#edges, this.#counts, this.#scale];
    let [below, above] = [0, 0];
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i]!;
      if (value < from) below += 1;
      else if (value > to) above += 1;
      else if (value === to) counts[bins - 1]! += 1;
      else {
        if (Number.isNaN(value)) throw new RangeError(`column ${this.#bins.column} has the value NaN`);
        // Rounding may put it beside its bin; the edges decide.
        let bin = Math.min(Math.floor((value - from) * scale), bins - 1);
        while (value < edges[bin]!) bin -= 1;
        while (value >= edges[bin + 1]!) bin += 1;
        counts[bin]! += 1;
      }
    }
    this.#below += below;
    this.#above += above;
  }

  histogram(): Histogram {
    const { from, to } = this.#bins;
    return { from, to, counts: Array.from(this.#counts), below: this.#below, above: this.#above };
  }
}
