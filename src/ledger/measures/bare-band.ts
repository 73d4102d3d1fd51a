import { optimalArbitrage } from "../../amm/optimal-arbitrage.ts";
import { spotPrice } from "../../amm/spot.ts";
import { swap } from "../../amm/uniswap-v2.ts";
import { baseNumber } from "../../core/units.ts";
import type { PoolState, PriceE8 } from "../../core/words.ts";

/** A pool that is arbitraged at every price, after each price. */
export interface BareBand {
  readonly poolPrice: readonly number[];
  /** Running net purchase of base, in tokens. */
  readonly netBase: readonly number[];
}

/**
 * What is left of a pool when only its fee stands between it and the reference: one arbitrageur without gas, venue cost or wait, and nobody else. The
 * yardstick for congestion: what a run's gap has beyond this band, gas and waiting have made.
 */
export function bareBand(pool: PoolState, prices: readonly PriceE8[]): BareBand {
  let state = pool;
  const poolPrice: number[] = [];
  const netBase: number[] = [];
  for (const price of prices) {
    const trade = optimalArbitrage(state, price, price);
    if (trade !== null) state = swap(state, trade.side, trade.amountIn).state;
    poolPrice.push(spotPrice(state));
    netBase.push(baseNumber(state.base - pool.base));
  }
  return { poolPrice, netBase };
}
