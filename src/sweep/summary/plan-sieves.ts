import { BucketCounts } from "./bucket-counts.ts";
import { bucketsOver } from "./buckets-over.ts";
import { KeptValues } from "./kept-values.ts";
import type { RankInterval } from "./rank-interval.ts";
import type { Sieve } from "./sieve.ts";

const VALUE_BYTES = 8;
const COUNT_BYTES = 4;

/**
 * Shares the memory of a column out to its intervals, the smallest first: what one leaves over is for those after it. Values that fit are kept, others
 * counted.
 *
 * @param memory at least 8 bytes an interval, beginning at a multiple of 8; it is overwritten
 * @param mostBuckets that an interval is cut into, at least 2
 */
export function planSieves(intervals: readonly RankInterval[], memory: Uint8Array<ArrayBuffer>, mostBuckets: number): readonly Sieve[] {
  let used = 0;
  const take = (bytes: number): number => {
    const at = memory.byteOffset + used;
    used += Math.ceil(bytes / VALUE_BYTES) * VALUE_BYTES;
    return at;
  };
  const smallestFirst = [...intervals].sort((a, b) => a.count - b.count);
  return smallestFirst.map((interval, i) => {
    const share = Math.floor((memory.byteLength - used) / (intervals.length - i) / VALUE_BYTES) * VALUE_BYTES;
    const bytes = interval.count * VALUE_BYTES;
    if (bytes <= share) return new KeptValues(interval, new Float64Array(memory.buffer, take(bytes), interval.count));
    const buckets = bucketsOver(interval.low, interval.high, Math.min(mostBuckets, share / COUNT_BYTES));
    return new BucketCounts(interval, buckets, new Uint32Array(memory.buffer, take(buckets.size * COUNT_BYTES), buckets.size));
  });
}
