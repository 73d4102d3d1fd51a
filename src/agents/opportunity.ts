import { optimalArbitrage } from "../amm/optimal-arbitrage.ts";
import { amountIn } from "../amm/uniswap-v2.ts";
import { baseForQuote, quoteForBase } from "../core/units.ts";
import type { Action, PoolState, PriceE8 } from "../core/words.ts";

/** Stock that limits a trade: what can be paid on chain, and what can be paid at the reference market to close it. */
export interface Stock {
  readonly chainBase: bigint;
  readonly chainQuote: bigint;
  readonly referenceBase: bigint;
  readonly referenceQuote: bigint;
}

export interface Opportunity {
  readonly action: Extract<Action, { kind: "arbitrage" }>;
  /** After pool fee, venue cost and gas, in the smallest unit of quote. */
  readonly profit: bigint;
}

const MILLION = 1_000_000n;
const UNLIMITED = 1n << 112n;

/**
 * The arbitrage that pays most at a reference price, if it pays at all (Angeris et al. 2019, arXiv:1911.03380, section 2): sized on the exact
 * integer model at the price that the other leg really gets, S(1 ± cost), within the stock at hand, and limited on chain to what still earns
 * `minimumProfit` after gas.
 *
 * @param gasCost in the smallest unit of quote, as a function of the action
 * @param cost of the reference market, as a share
 * @param minimumProfit in the smallest unit of quote
 */
export function findOpportunity(
  pool: PoolState,
  price: PriceE8,
  cost: number,
  stock: Stock,
  gasCost: (action: Action) => bigint,
  minimumProfit: bigint,
): Opportunity | null {
  const costPpm = BigInt(Math.round(cost * 1e6));
  // Against the trader: what is bought costs no less, what is sold brings no more.
  const ask = (price * (MILLION + costPpm) + MILLION - 1n) / MILLION;
  const bid = (price * (MILLION - costPpm)) / MILLION;
  const trade = optimalArbitrage(pool, bid, ask, {
    maxBaseIn: smaller(stock.chainBase, baseForQuote(stock.referenceQuote, ask)),
    maxQuoteIn: smaller(stock.chainQuote, quoteThatBuys(stock.referenceBase, pool)),
  });
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

/** Most quote that buys no more base from the pool than this. */
function quoteThatBuys(base: bigint, pool: PoolState): bigint {
  if (base <= 0n) return 0n;
  return base >= pool.base - 1n ? UNLIMITED : amountIn(base + 1n, pool.quote, pool.base) - 1n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
