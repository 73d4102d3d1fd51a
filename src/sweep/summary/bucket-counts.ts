import type { Buckets } from "./buckets-over.ts";
import { keyOf, valueOf } from "./ordered-key.ts";
import type { RankInterval } from "./rank-interval.ts";
import type { Sieve } from "./sieve.ts";
import type { ValueBlock } from "./value-block.ts";

/** Counts the values of an interval in its buckets. */
export class BucketCounts implements Sieve {
  readonly interval: RankInterval;
  readonly #buckets: Buckets;
  /** Last 32 bits of the buckets' base; they are enough, since a place among the buckets is a difference. */
  readonly #base: number;
  readonly #counts: Uint32Array;
  #least = Infinity;
  #greatest = -Infinity;
  seen = 0;

  /** @param room for as many counts as there are buckets; it is overwritten */
  constructor(interval: RankInterval, buckets: Buckets, room: Uint32Array) {
    this.interval = interval;
    this.#buckets = buckets;
    this.#base = Number(BigInt.asIntN(32, buckets.base));
    this.#counts = room.fill(0);
  }

  add(block: ValueBlock): void {
    const { values, count } = block;
    const { low, high } = this.interval;
    const { shift } = this.#buckets;
    const [counts, base] = [this.#counts, this.#base];
    let [least, greatest, seen] = [this.#least, this.#greatest, this.seen];
    for (let i = 0; i < count; i += 1) {
      const value = values[i]!;
      if (value < low || value > high) continue;
      seen += 1;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
      let key: number;
      if (shift >= 32) key = block.upperKey(i) >> (shift - 32);
      else if (shift === 0) key = block.lowerKey(i);
      else key = (block.upperKey(i) << (32 - shift)) | (block.lowerKey(i) >>> shift);
      counts[(key - base) | 0]! += 1;
    }
    this.#least = least;
    this.#greatest = greatest;
    this.seen = seen;
  }

  settle(wanted: readonly number[], found: Float64Array): readonly RankInterval[] {
    const open: RankInterval[] = [];
    let { first, before } = this.interval;
    const { end } = this.interval;
    for (let bucket = 0; first < end; bucket += 1) {
      const count = this.#counts[bucket]!;
      let next = first;
      while (next < end && wanted[next]! < before + count) next += 1;
      if (next > first) {
        const [low, high] = this.#range(bucket);
        if (low === high) found.fill(low, first, next);
        else open.push({ low, high, before, count, first, end: next });
      }
      first = next;
      before += count;
    }
    return open;
  }

  /** Least and greatest number that can have been counted in a bucket. */
  #range(bucket: number): readonly [low: number, high: number] {
    const { shift, base } = this.#buckets;
    const [least, greatest] = [keyOf(this.#least), keyOf(this.#greatest)];
    const from = (base + BigInt(bucket)) << BigInt(shift);
    const to = from + (1n << BigInt(shift)) - 1n;
    // The first and the last bucket may reach beyond the finite numbers.
    return [from > least ? valueOf(from) : this.#least, to < greatest ? valueOf(to) : this.#greatest];
  }
}
