import { accumulate } from "../../../../../amm/price-accumulators.ts";
import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

/**
 * The price accumulators grow once a block, by the price of the reserves before the block's first change times the seconds since the last one, and the reserves carry the time of their block
 * (Uniswap V2 whitepaper section 2.2). A pair without accumulators is not judged.
 */
export function accumulatorRule({ before, after, time }: PoolStep): Finding | null {
  if (before.sums === null || after.sums === null) return null;
  const isMoved = before.reserves.base !== after.reserves.base || before.reserves.quote !== after.reserves.quote;
  if (isMoved && after.updatedAt !== time >>> 0)
    return {
      measured: BigInt(after.updatedAt),
      allowed: BigInt(time >>> 0),
      text: `reserves that changed in a block of the time ${time >>> 0} say that they are of ${after.updatedAt}`,
    };
  const due = accumulate(before.sums, before.reserves, after.updatedAt);
  const seconds = (after.updatedAt - before.updatedAt) >>> 0;
  for (const [sum, price] of [
    ["basePriceCumulative", "base"],
    ["quotePriceCumulative", "quote"],
  ] as const) {
    const [measured, allowed] = [after.sums[sum], due[sum]];
    if (measured !== allowed)
      return {
        measured: measured - before.sums[sum],
        allowed: allowed - before.sums[sum],
        text: `the accumulator of the price of ${price} moved by ${measured - before.sums[sum]} where ${seconds} seconds at the price before are ${allowed - before.sums[sum]}`,
      };
  }
  return null;
}
