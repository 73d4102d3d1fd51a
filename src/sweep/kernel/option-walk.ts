import type { Claim, Greeks } from "../../hedger/claim.ts";
import { settledClaim } from "../../hedger/settled-claim.ts";
import { type OptionMoment, optionStep, type PricedClaim } from "../../ledger/books/option-position.ts";
import { HedgeWalk } from "./hedge-walk.ts";
import type { KernelSettings } from "./kernel-settings.ts";

const NOTHING: Greeks = { value: 0, delta: 0, gamma: 0, theta: 0, vega: 0 };

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** A desk in options and its hedge, walked down a path in doubles: sums of the statement's lines in quote, as the engine's option book has them. */
export class OptionWalk {
  readonly hedge: HedgeWalk;
  readonly #volatility: number;
  readonly #before: Written<OptionMoment> = { price: 0, tau: 0 };
  readonly #after: Written<OptionMoment> = { price: 0, tau: 0 };
  #claim: Claim | null = null;
  /** The claim at the two ends of the step at hand. One pricing serves as the end of a step, as the hedge's delta and as the start of the next step. */
  #greeksBefore: Greeks = NOTHING;
  #greeksAfter: Greeks = NOTHING;
  readonly #priced: PricedClaim = { greeks: () => this.#greeksBefore, value: () => this.#greeksAfter.value };
  #isSettled = false;
  #startValue = 0;
  exposure = 0;
  premium = 0;
  bleed = 0;
  vega = 0;
  higherOrder = 0;

  constructor(settings: KernelSettings) {
    this.hedge = new HedgeWalk(settings);
    this.#volatility = settings.hedger.impliedVolatility;
  }

  /**
   * Buys the claim and opens its hedge.
   *
   * @param tau years to expiry
   * @param band half-width of the policy band, in base
   */
  open(claim: Claim, price: number, tau: number, band: number): void {
    this.#claim = claim;
    this.#isSettled = false;
    this.#before.price = price;
    this.#before.tau = tau;
    this.exposure = 0;
    this.premium = 0;
    this.bleed = 0;
    this.vega = 0;
    this.higherOrder = 0;
    this.#greeksBefore = claim.greeks(price, tau, this.#volatility);
    this.#startValue = this.#greeksBefore.value;
    this.hedge.open(band);
    this.hedge.follow(0, price, this.#greeksBefore.delta);
  }

  /** One block: the lines of what was held at its start, then the hedge at its price. */
  step(block: number, price: number, tau: number): void {
    const after = this.#after;
    after.price = price;
    after.tau = tau;
    this.#greeksAfter = this.#claim!.greeks(price, tau, this.#volatility);
    const lines = optionStep(this.#priced, this.#volatility, this.#before, after, this.hedge.position);
    this.exposure += lines.exposure;
    this.premium += lines.premium;
    this.bleed += lines.bleed;
    this.vega += lines.vega;
    this.higherOrder += lines.higherOrder;
    this.#before.price = price;
    this.#before.tau = tau;
    if (tau <= 0 && !this.#isSettled) {
      this.#claim = settledClaim(this.#claim!, price, this.#volatility);
      this.#isSettled = true;
      this.#greeksAfter = this.#claim.greeks(price, tau, this.#volatility);
    }
    this.#greeksBefore = this.#greeksAfter;
    this.hedge.follow(block, price, this.#greeksBefore.delta);
  }

  /** Change of value since the opening, from marks, in quote. */
  total(): number {
    return this.#greeksBefore.value - this.#startValue + this.hedge.valueAt(this.#before.price);
  }
}
