import type { Series } from "../../../core/result.ts";

/** |pool price / reference price − 1| after each block, from block 0. */
export function gaps({ poolPrice, priceE8 }: Pick<Series, "poolPrice" | "priceE8">): readonly number[] {
  return poolPrice.map((price, i) => Math.abs(price / ((priceE8[i] ?? NaN) / 1e8) - 1));
}
