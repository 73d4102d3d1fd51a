import { margin } from "../../hedger/margin.ts";
import type { HedgePolicy } from "../../hedger/policies/hedge-policy.ts";
import { policyFrom } from "../../hedger/policy-from-settings.ts";
import type { KernelSettings } from "./kernel-settings.ts";

/** A hedge in base at the reference market, in doubles: the engine's `Hedge` without its account and without rounding. */
export class HedgeWalk {
  readonly #policy: HedgePolicy;
  readonly #cost: number;
  readonly #marginRate: number;
  // Records that are handed on and written again in every block.
  readonly #view = { block: 0, hedge: 0, delta: 0, band: 0 };
  readonly #held = { hedge: 0, price: 0, profit: 0 };
  /** Base held, negative when short. */
  position = 0;
  /** Quote taken in less paid out since the opening, costs included. */
  cash = 0;
  execution = 0;
  peakMargin = 0;
  trades = 0;

  constructor({ hedger, market }: KernelSettings) {
    this.#policy = policyFrom(hedger);
    this.#cost = Math.round(market.cost * 1e6) / 1e6;
    this.#marginRate = hedger.marginRate;
  }

  /** @param band half-width of the policy band, in base */
  open(band: number): void {
    this.#view.band = band;
    this.position = 0;
    this.cash = 0;
    this.execution = 0;
    this.peakMargin = 0;
    this.trades = 0;
  }

  /** Trades to what the policy wants for this delta, then looks at the margin. Block 0 is the opening. */
  follow(block: number, price: number, delta: number): void {
    const view = this.#view;
    view.block = block;
    view.hedge = this.position;
    view.delta = delta;
    const target = this.#policy.target(view);
    if (target !== null && target !== this.position) this.#trade(target - this.position, target, price);
    const held = this.#held;
    held.hedge = this.position;
    held.price = price;
    held.profit = this.valueAt(price);
    const needed = margin(this.#marginRate, held);
    if (needed > this.peakMargin) this.peakMargin = needed;
  }

  /** Profit of the hedge since the opening, in quote. */
  valueAt(price: number): number {
    return this.position * price + this.cash;
  }

  #trade(amount: number, target: number, price: number): void {
    const cost = Math.abs(amount) * price * this.#cost;
    this.cash -= amount * price + cost;
    this.execution -= cost;
    this.position = target;
    this.trades += 1;
  }
}
