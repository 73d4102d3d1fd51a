import type { Claim } from "../../hedger/claim.ts";
import { blankMark } from "../../hedger/mark.ts";
import { settledClaim } from "../../hedger/settled-claim.ts";
import { blankLines, optionLines } from "../../ledger/books/option-lines.ts";
import { HedgeWalk } from "./hedge-walk.ts";
import type { KernelMoment } from "./kernel-moment.ts";
import type { KernelSettings } from "./kernel-settings.ts";

/** A desk in options and its hedge, walked down a path in doubles: sums of the statement's lines in quote, as the engine's option book has them. */
export class OptionWalk {
  readonly hedge: HedgeWalk;
  readonly #volatility: number;
  /** One marking serves as the end of a step, as the hedge's delta and as the start of the next step. */
  readonly #held = { before: blankMark(), after: blankMark(), hedge: NaN };
  readonly #lines = blankLines();
  #claim: Claim | null = null;
  #isSettled = false;
  #startValue = NaN;
  exposure = NaN;
  premium = NaN;
  bleed = NaN;
  vega = NaN;
  higherOrder = NaN;

  constructor(settings: KernelSettings) {
    this.hedge = new HedgeWalk(settings, (vol) => {
      const { spot, tau } = this.#held.before;
      return this.#claim?.delta(spot, tau, vol) ?? NaN;
    });
    this.#volatility = settings.hedger.impliedVolatility;
  }

  /**
   * Buys the claim at the opening and opens its hedge.
   *
   * @param band half-width of the policy band, in base
   */
  open(claim: Claim, moment: KernelMoment, band: number): void {
    const held = this.#held;
    held.before.vol = this.#volatility;
    held.after.vol = this.#volatility;
    this.#claim = claim;
    this.#isSettled = false;
    this.exposure = 0;
    this.premium = 0;
    this.bleed = 0;
    this.vega = 0;
    this.higherOrder = 0;
    held.before.spot = moment.to;
    held.before.tau = moment.tau;
    claim.mark(held.before);
    this.#startValue = held.before.value;
    this.hedge.open(band);
    this.hedge.follow(moment, held.before);
  }

  /** One block: the lines of what was held at its start, then the hedge at its price. */
  step(moment: KernelMoment): void {
    const held = this.#held;
    const { before, after } = held;
    const lines = this.#lines;
    after.spot = moment.to;
    after.tau = moment.tau;
    this.#claim!.mark(after);
    held.hedge = this.hedge.position;
    optionLines(held, lines);
    this.exposure += lines.exposure;
    this.premium += lines.premium;
    this.bleed += lines.bleed;
    this.vega += lines.vega;
    this.higherOrder += lines.higherOrder;
    if (moment.tau <= 0 && !this.#isSettled) {
      this.#claim = settledClaim(this.#claim!, moment.to, this.#volatility);
      this.#isSettled = true;
      this.#claim.mark(after);
    }
    held.before = after;
    held.after = before;
    this.hedge.follow(moment, after);
  }

  /** Change of value since the opening, from marks, in quote. */
  total(): number {
    const { value, spot } = this.#held.before;
    return value - this.#startValue + this.hedge.valueAt(spot);
  }
}
