import type { ArbitrageLimits } from "../amm/optimal-arbitrage.ts";
import { amountIn } from "../amm/uniswap-v2.ts";
import { baseForQuote } from "../core/units.ts";
import type { PoolState, PriceE8 } from "../core/words.ts";
import type { Stock } from "./stock.ts";

/** What an arbitrage is sized by: the prices that its other leg really gets, S(1 ± cost), and what the stock at hand can pay. */
export interface ArbitrageTerms {
  readonly bid: PriceE8;
  readonly ask: PriceE8;
  readonly limits: ArbitrageLimits;
}

const MILLION = 1_000_000n;
const UNLIMITED = 1n << 112n;

/** @param cost of the reference market, as a share */
export function arbitrageTerms(pool: PoolState, price: PriceE8, cost: number, stock: Stock): ArbitrageTerms {
  const costPpm = BigInt(Math.round(cost * 1e6));
  // Against the trader: what is bought costs no less, what is sold brings no more.
  const ask = (price * (MILLION + costPpm) + MILLION - 1n) / MILLION;
  const bid = (price * (MILLION - costPpm)) / MILLION;
  const limits = {
    maxBaseIn: smaller(stock.chainBase, baseForQuote(stock.referenceQuote, ask)),
    maxQuoteIn: smaller(stock.chainQuote, quoteThatBuys(stock.referenceBase, pool)),
  };
  return { bid, ask, limits };
}

/** Most quote that buys no more base from the pool than this. */
function quoteThatBuys(base: bigint, pool: PoolState): bigint {
  if (base <= 0n) return 0n;
  return base >= pool.base - 1n ? UNLIMITED : amountIn(base + 1n, pool.quote, pool.base) - 1n;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
