import { baseNumber, quoteNumber } from "../core/units.ts";
import type { PoolState } from "../core/words.ts";

/** Marginal price of the pool without its fee, y/x, in quote per base of whole tokens. NaN for an empty pool. */
export function spotPrice(state: PoolState): number {
  return quoteNumber(state.quote) / baseNumber(state.base);
}

/** Liquidity L = √(x·y) in whole tokens of both, √(base·quote); the L of V = 2L√S. */
export function liquidityOf(state: PoolState): number {
  return Math.sqrt(baseNumber(state.base) * quoteNumber(state.quote));
}

/** Value of the pool's reserves at a price in quote per base, in quote. */
export function poolValue(state: PoolState, price: number): number {
  return quoteNumber(state.quote) + baseNumber(state.base) * price;
}
