import { type Arbitrage, optimalArbitrage } from "../amm/optimal-arbitrage.ts";
import { baseForQuote, quoteForBase } from "../core/units.ts";
import type { Action, PoolState, PriceE8 } from "../core/words.ts";
import { type ArbitrageTerms, arbitrageTerms } from "./arbitrage-terms.ts";
import type { Stock } from "./stock.ts";

export interface Opportunity {
  readonly action: Extract<Action, { kind: "arbitrage" }>;
  /** After pool fee, venue cost and gas, in the smallest unit of quote. */
  readonly profit: bigint;
}

/** Which trade earns most within limits, before gas; null where none earns anything. */
export type Sizing = (pool: PoolState, terms: ArbitrageTerms) => Arbitrage | null;

/**
 * The arbitrage that pays most at a reference price, if it pays at all (Angeris et al. 2019, arXiv:1911.03380, section 2): sized on the exact
 * integer model at the price that the other leg really gets, S(1 ± cost), within the stock at hand, and limited on chain to what still earns
 * `minimumProfit` after gas.
 *
 * @param gasCost in the smallest unit of quote, as a function of the action
 * @param cost of the reference market, as a share
 * @param minimumProfit in the smallest unit of quote
 * @param size by the exact model unless another is given
 */
export function findOpportunity(
  pool: PoolState,
  price: PriceE8,
  cost: number,
  stock: Stock,
  gasCost: (action: Action) => bigint,
  minimumProfit: bigint,
  size: Sizing = bestInModel,
): Opportunity | null {
  const terms = arbitrageTerms(pool, price, cost, stock);
  const { bid, ask } = terms;
  const trade = size(pool, terms);
  if (trade === null) return null;
  const { side, amountIn: paid, amountOut } = trade;
  const draft = { kind: "arbitrage", side, amountIn: paid, minAmountOut: amountOut } as const;
  const needed = gasCost(draft) + minimumProfit;
  // What must come out so that the closing trade returns the amount paid in, the gas and the minimum profit; rounded up.
  const minAmountOut = side === "sell" ? quoteForBase(paid, ask) + 1n + needed : baseForQuote(paid + needed, bid) + 1n;
  if (minAmountOut > amountOut) return null;
  const surplus = side === "sell" ? amountOut - minAmountOut : quoteForBase(amountOut - minAmountOut, bid);
  return { action: { ...draft, minAmountOut }, profit: surplus + minimumProfit };
}

function bestInModel(pool: PoolState, { bid, ask, limits }: ArbitrageTerms): Arbitrage | null {
  return optimalArbitrage(pool, bid, ask, limits);
}
