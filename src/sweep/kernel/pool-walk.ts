import { bleedBetweenRoots, exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { arbitrageStep, poolChange, type PoolChange } from "./arbitrage-step.ts";
import type { KernelSettings } from "./kernel-settings.ts";

/**
 * One smallest unit of quote, in quote. The engine's arbitrageur rounds the least that must come out up by so much when he sells, and by one of base when
 * he buys, and so leaves smaller profits alone; here both sides have the larger one.
 */
const SMALLEST_QUOTE = 1e-6;
const MILLION = 1e6;

/**
 * A share of a constant-product pool, walked down a path in doubles, with one arbitrageur of unlimited stock who acts at once and pays no gas. The
 * lines are sums over the path in quote, as `LpShare` of the engine has them.
 */
export class PoolWalk {
  readonly #half: number;
  readonly #part: number;
  readonly #kept: number;
  /** What the reference price times is got for base there, and paid for it. */
  readonly #bid: number;
  readonly #ask: number;
  readonly #leastProfit: number;
  readonly #change: PoolChange = poolChange();
  #base = NaN;
  #quote = NaN;
  #liquidity = NaN;
  /** The share's claim on base, in tokens. */
  delta = NaN;
  /** The same per unit of price at the block's price. */
  gamma = NaN;
  /** Its delta depends on no volatility; a policy that asks gets this, a year. */
  readonly vol = 1;
  exposure = NaN;
  fees = NaN;
  bleed = NaN;
  markouts = NaN;
  swaps = 0;

  constructor({ pool, market, agents }: KernelSettings) {
    // The engine keeps shares in parts of a million.
    this.#half = pool.value / 2;
    this.#part = Math.round(pool.lpShare * MILLION) / MILLION;
    this.#kept = 1 - Math.round(pool.fee * MILLION) / MILLION;
    const cost = Math.round(market.cost * MILLION) / MILLION;
    this.#bid = 1 - cost;
    this.#ask = 1 + cost;
    this.#leastProfit = agents.minimumProfit + SMALLEST_QUOTE;
  }

  /** Before the first block: half the pool's value in each asset. */
  open(price: number): void {
    this.#base = this.#half / price;
    this.#quote = this.#half;
    this.#liquidity = Math.sqrt(this.#base * this.#quote);
    this.delta = this.#part * this.#base;
    this.gamma = this.dollarGamma(price) / (price * price);
    this.exposure = 0;
    this.fees = 0;
    this.bleed = 0;
    this.markouts = 0;
    this.swaps = 0;
  }

  /**
   * Block after block: exposure and bleed of the pool at its start, then the arbitrage at its price.
   *
   * @param prices the path; block i goes from price i − 1 to price i
   * @param first number of the first block, at least 1
   * @param end number of the block before which to stop
   */
  walk(prices: Float64Array, first: number, end: number): void {
    const part = this.#part;
    const kept = this.#kept;
    const bid = this.#bid;
    const ask = this.#ask;
    const leastProfit = this.#leastProfit;
    const change = this.#change;
    let { exposure, fees, bleed, markouts, swaps } = this;
    let base = this.#base;
    let quote = this.#quote;
    let liquidity = this.#liquidity;
    let from = prices[first - 1]!;
    let rootFrom = Math.sqrt(from);
    for (let block = first; block < end; block += 1) {
      const to = prices[block]!;
      exposure += part * exposureOfStep(base, from, to);
      const rootTo = Math.sqrt(to);
      bleed += part * bleedBetweenRoots(liquidity, to - from, rootFrom, rootTo);
      if (arbitrageStep(base, quote, to * bid, to * ask, kept, leastProfit, change) !== 0) {
        const paid = change.base > 0 ? change.base * to : change.quote;
        fees += part * (1 - kept) * paid;
        markouts += part * (change.base * to + change.quote);
        base += change.base;
        quote += change.quote;
        liquidity = Math.sqrt(base * quote);
        swaps += 1;
      }
      from = to;
      rootFrom = rootTo;
    }
    this.#base = base;
    this.#quote = quote;
    this.#liquidity = liquidity;
    this.delta = part * base;
    this.gamma = this.dollarGamma(from) / (from * from);
    this.exposure = exposure;
    this.fees = fees;
    this.bleed = bleed;
    this.markouts = markouts;
    this.swaps = swaps;
  }

  /** In quote. */
  valueAt(price: number): number {
    return this.#part * (this.#base * price + this.#quote);
  }

  /** S²·Γ of the share at the reference price, −L√S/2. */
  dollarGamma(price: number): number {
    return (-this.#part * this.#liquidity * Math.sqrt(price)) / 2;
  }
}
