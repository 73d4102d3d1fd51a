import { margin } from "../../hedger/margin.ts";
import type { HedgePolicy } from "../../hedger/policies/hedge-policy.ts";
import { policyFrom } from "../../hedger/policy-from-settings.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import type { KernelMoment } from "./kernel-moment.ts";
import type { KernelSettings } from "./kernel-settings.ts";

/** What is hedged, at the block's price: a claim's mark, or a pool's share. */
interface HedgedWalk {
  readonly delta: number;
  readonly gamma: number;
  readonly vol: number;
}

/** A hedge in base at the reference market, in doubles: the engine's `Hedge` without its account and without rounding. */
export class HedgeWalk {
  readonly #policy: HedgePolicy;
  readonly #cost: number;
  readonly #marginRate: number;
  // Records that are handed on and written again in every block.
  readonly #market = { price: NaN, cost: NaN, isClose: false, isHalted: false, gamma: NaN, vol: NaN, deltaAt: (_: number): number => NaN };
  readonly #view = { block: 0, hedge: NaN, delta: NaN, band: NaN };
  readonly #held = { hedge: NaN, price: NaN, profit: NaN };
  /** Base held, negative when short. */
  position = NaN;
  /** Quote taken in less paid out since the opening, costs included. */
  cash = NaN;
  /** Gain of what was held through the blocks, in quote. */
  exposure = NaN;
  execution = NaN;
  peakMargin = NaN;
  trades = 0;

  /** @param deltaAt delta of what is hedged at another volatility, at the mark of the block */
  constructor({ hedger, market, mempool }: KernelSettings, deltaAt: (vol: number) => number) {
    this.#policy = policyFrom(hedger, mempool.blockSeconds);
    this.#market.deltaAt = deltaAt;
    this.#cost = Math.round(market.cost * 1e6) / 1e6;
    this.#market.cost = market.cost;
    this.#marginRate = hedger.marginRate;
  }

  /** @param band half-width of the policy band, in base */
  open(band: number): void {
    this.#view.band = band;
    this.position = 0;
    this.cash = 0;
    this.exposure = 0;
    this.execution = 0;
    this.peakMargin = 0;
    this.trades = 0;
  }

  /** Trades at the end of the block to what the policy wants for the delta of what is hedged, then looks at the margin. */
  follow({ block, from, to, isClose }: KernelMoment, { delta, gamma, vol }: HedgedWalk): void {
    this.exposure += exposureOfStep(this.position, from, to);
    const view = this.#view;
    view.block = block;
    view.hedge = this.position;
    view.delta = delta;
    const market = this.#market;
    market.price = to;
    market.isClose = isClose;
    market.gamma = gamma;
    market.vol = vol;
    const target = this.#policy.target(view, market);
    if (target !== null) {
      const amount = target - this.position;
      if (amount !== 0) {
        const cost = Math.abs(amount) * to * this.#cost;
        this.cash -= amount * to + cost;
        this.execution -= cost;
        this.position = target;
        this.trades += 1;
      }
    }
    const held = this.#held;
    held.hedge = this.position;
    held.price = to;
    held.profit = this.valueAt(to);
    const needed = margin(this.#marginRate, held);
    if (needed > this.peakMargin) this.peakMargin = needed;
  }

  /** Profit of the hedge since the opening, in quote. */
  valueAt(price: number): number {
    return this.position * price + this.cash;
  }
}
