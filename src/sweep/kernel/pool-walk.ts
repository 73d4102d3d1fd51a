import { bleedOfStep, exposureOfStep } from "../../ledger/books/liquidity-position.ts";
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
  #base = 0;
  #quote = 0;
  #liquidity = 0;
  exposure = 0;
  fees = 0;
  bleed = 0;
  markouts = 0;
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
    this.exposure = 0;
    this.fees = 0;
    this.bleed = 0;
    this.markouts = 0;
    this.swaps = 0;
  }

  /** One block: exposure and bleed of the pool at its start, then the arbitrage at its price. */
  step(from: number, to: number): void {
    const part = this.#part;
    const base = this.#base;
    const quote = this.#quote;
    this.exposure += part * exposureOfStep(base, from, to);
    this.bleed += part * bleedOfStep(this.#liquidity, from, to);
    const change = this.#change;
    if (arbitrageStep(base, quote, to * this.#bid, to * this.#ask, this.#kept, this.#leastProfit, change) === 0) return;
    const paid = change.base > 0 ? change.base * to : change.quote;
    this.fees += part * (1 - this.#kept) * paid;
    this.markouts += part * (change.base * to + change.quote);
    this.#base = base + change.base;
    this.#quote = quote + change.quote;
    this.#liquidity = Math.sqrt(this.#base * this.#quote);
    this.swaps += 1;
  }

  /** The share's claim on base, in tokens: its delta. */
  get base(): number {
    return this.#part * this.#base;
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
