import type { PoolState, Side } from "../core/words.ts";
import { smallestInput } from "./smallest-input.ts";
import { feeOf } from "./swap-fee.ts";
import { amountOut, largestReserve, reservesFor } from "./uniswap-v2.ts";

/** Whole numbers from the first to the last, both included. */
export interface Inputs {
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * The inputs around this one for which a swap and those that follow it on the same side have the same outputs: no floor is crossed among them, so
 * that the first of them is the cheapest way to the same end.
 *
 * With the reserves x and y that a later swap of v finds, its output is at least o where x ≤ 997·v·(y − o)/(1000·o), at the published fee.
 *
 * @param amountIn positive
 * @param later what the later swaps pay, in their order, each positive
 */
export function sameOutputs(pool: PoolState, side: Side, amountIn: bigint, later: readonly bigint[]): Inputs {
  const fee = feeOf(pool);
  let { reserveIn, reserveOut } = reservesFor(pool, side);
  const out = amountOut(amountIn, reserveIn, reserveOut, fee);
  let first = out > 0n ? smallestInput(out, reserveIn, reserveOut, fee) : 1n;
  let last = out + 1n < reserveOut ? smallestInput(out + 1n, reserveIn, reserveOut, fee) - 1n : largestReserve;
  reserveIn += amountIn;
  reserveOut -= out;
  for (const paid of later) {
    const next = amountOut(paid, reserveIn, reserveOut, fee);
    const longest = (wanted: bigint): bigint => (paid * fee.kept * (reserveOut - wanted)) / (fee.whole * wanted);
    const from = amountIn + longest(next + 1n) + 1n - reserveIn;
    if (from > first) first = from;
    const to = next > 0n ? amountIn + longest(next) - reserveIn : last;
    if (to < last) last = to;
    reserveIn += paid;
    reserveOut -= next;
  }
  return { first, last };
}
