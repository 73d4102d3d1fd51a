import type { PoolState } from "../core/words.ts";

/**
 * A pool without floors: the same amounts counted in units that are 2^64 times smaller, so that the floors of the same integer formulas take
 * next to nothing. What they still take from a profit in such units is below 2^48, the slack of `wholeUnits`, while the pool's price is below
 * some 2^40 smallest units for one.
 */

const bits = 64n;
const slack = 1n << 48n;

export function inFinerUnits(amount: bigint): bigint {
  return amount << bits;
}

export function poolInFinerUnits(pool: PoolState): PoolState {
  return { ...pool, base: inFinerUnits(pool.base), quote: inFinerUnits(pool.quote) };
}

/** Whole part, never too small, of a profit that was computed in the finer units. */
export function wholeUnits(profit: bigint): bigint {
  return (profit + slack) >> bits;
}
