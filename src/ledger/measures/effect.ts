import { spotPrice } from "../../amm/spot.ts";
import type { Effect, PoolState } from "../../core/words.ts";

/** What a swap did to the pool, whoever sent it: brought its price nearer to the reference, or took it away from it. */
export function effectOf(before: PoolState, after: PoolState, price: number): Effect {
  const distance = (pool: PoolState): number => Math.abs(Math.log(spotPrice(pool) / price));
  return distance(after) < distance(before) ? "toward-reference" : "away-from-reference";
}
