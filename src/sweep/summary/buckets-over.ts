import { keyOf } from "./ordered-key.ts";

/** The buckets of an interval: bucket i holds the numbers whose keys begin with `base + i` and go on with `shift` more bits. */
export interface Buckets {
  readonly size: number;
  readonly shift: number;
  readonly base: bigint;
}

/** The narrowest buckets of which no more than `most`, at least 2, cover the numbers from `low` to `high`. */
export function bucketsOver(low: number, high: number, most: number): Buckets {
  const [from, to] = [keyOf(low), keyOf(high)];
  const sizeAt = (shift: number): number => Number((to >> BigInt(shift)) - (from >> BigInt(shift))) + 1;
  let shift = 0;
  while (sizeAt(shift) > most) shift += 1;
  return { size: sizeAt(shift), shift, base: from >> BigInt(shift) };
}
