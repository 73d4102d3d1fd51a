import type { Fill } from "../core/fill.ts";
import { quoteForBase } from "../core/units.ts";
import type { PriceE8 } from "../core/words.ts";

/**
 * What the reference market asks for a trade whose size does not move it.
 *
 * @param base to buy, in the smallest unit; negative to sell
 * @param cost taker fee and half the spread, as a share of the value
 * @returns quote to pay before the cost (negative: received), rounded against the taker, and the cost, rounded up
 */
export function fillAt(base: bigint, price: PriceE8, cost: number): Fill {
  const value = quoteForBase(base < 0n ? -base : base, price);
  const quote = base < 0n ? -value : base === 0n ? 0n : value + 1n;
  const costPpm = BigInt(Math.round(cost * 1e6));
  return { base, quote, cost: (value * costPpm + 999_999n) / 1_000_000n, impact: 0n };
}
