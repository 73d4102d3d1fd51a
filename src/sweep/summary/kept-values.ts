import type { RankInterval } from "./rank-interval.ts";
import type { Sieve } from "./sieve.ts";
import type { ValueBlock } from "./value-block.ts";

/** Keeps the values of an interval, and sorts them at the end. */
export class KeptValues implements Sieve {
  readonly interval: RankInterval;
  readonly #kept: Float64Array;
  seen = 0;

  /** @param room for as many numbers as there are values in the interval */
  constructor(interval: RankInterval, room: Float64Array) {
    this.interval = interval;
    this.#kept = room;
  }

  add({ values, count }: ValueBlock): void {
    const [kept, { low, high }] = [this.#kept, this.interval];
    let seen = this.seen;
    for (let i = 0; i < count; i += 1) {
      const value = values[i]!;
      if (value < low || value > high) continue;
      kept[seen] = value;
      seen += 1;
    }
    this.seen = seen;
  }

  settle(wanted: readonly number[], found: Float64Array): readonly RankInterval[] {
    const { before, first, end } = this.interval;
    const sorted = this.#kept.sort();
    for (let i = first; i < end; i += 1) found[i] = sorted[wanted[i]! - before]!;
    return [];
  }
}
