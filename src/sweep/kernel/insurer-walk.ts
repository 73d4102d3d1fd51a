import { call } from "../../hedger/call.ts";
import type { Claim } from "../../hedger/claim.ts";
import { cppi } from "../../hedger/insurance/cppi.ts";
import { insuredStrike } from "../../hedger/insurance/insured-strike.ts";
import { blankMark } from "../../hedger/mark.ts";
import { blankLines, optionLines } from "../../ledger/books/option-lines.ts";
import { HedgeWalk } from "./hedge-walk.ts";
import type { KernelMoment } from "./kernel-moment.ts";
import type { KernelSettings } from "./kernel-settings.ts";

/** No insurer borrows to hold more than it has. */
const UNLEVERED = 1;

/**
 * A portfolio insurer, walked down a path in doubles: sums of the statement's lines in quote, as the engine's insurer book has them. What it holds is the whole of
 * its position, and no margin stands behind it.
 *
 * Where constant proportions ask for what is held but for its last digits, as for all that there is, or while the price stands still, the engine's book and this one
 * trade those digits: what that comes to is nothing, but how often they do it is not the same.
 */
export class InsurerWalk {
  readonly hedge: HedgeWalk;
  readonly #rule: KernelSettings["hedger"]["insurance"];
  readonly #multiple: number;
  readonly #floorShare: number;
  readonly #volatility: number;
  /** What it wants to hold, as a hedge sees it: the opposite of a delta. */
  readonly #wanted = { delta: NaN, gamma: NaN, vol: NaN };
  /** Of the asset and the put that it sets out to make, which together are a call and cash. */
  readonly #held = { before: blankMark(), after: blankMark(), hedge: 0 };
  readonly #lines = blankLines();
  #claim: Claim | null = null;
  #capital = NaN;
  #floor = NaN;
  #isBroken = false;
  #price = NaN;
  exposure = NaN;
  premium = NaN;
  bleed = NaN;
  higherOrder = NaN;

  constructor(settings: KernelSettings) {
    const { insurance, multiple, floor, impliedVolatility } = settings.hedger;
    this.#rule = insurance;
    this.#multiple = multiple;
    this.#floorShare = floor;
    this.#volatility = impliedVolatility;
    this.#wanted.vol = impliedVolatility;
    this.hedge = new HedgeWalk(settings, () => this.#wanted.delta);
  }

  /**
   * @param capital in quote
   * @param band half-width of the policy band, in base
   */
  open(capital: number, moment: KernelMoment, band: number): void {
    this.#capital = capital;
    this.#floor = this.#floorShare * capital;
    this.#isBroken = false;
    this.#claim = null;
    this.#price = moment.to;
    this.exposure = 0;
    this.premium = 0;
    this.bleed = 0;
    this.higherOrder = 0;
    this.hedge.open(band);
    if (this.#rule === "synthetic-put") {
      const { strike, units } = insuredStrike(capital, this.#floor, moment.to, moment.tau, this.#volatility);
      const { before, after } = this.#held;
      before.vol = this.#volatility;
      after.vol = this.#volatility;
      this.#claim = call(units, strike);
      before.spot = moment.to;
      before.tau = moment.tau;
      this.#claim.mark(before);
    }
    this.#trade(moment);
  }

  /** One block: the lines of what was held at its start, then the trade at its price. */
  step(moment: KernelMoment): void {
    if (this.#claim !== null) {
      const held = this.#held;
      const { before, after } = held;
      const lines = this.#lines;
      after.spot = moment.to;
      after.tau = moment.tau;
      this.#claim.mark(after);
      optionLines(held, lines);
      this.exposure += lines.exposure;
      this.premium += lines.premium;
      this.bleed += lines.bleed;
      this.higherOrder += lines.higherOrder;
      held.before = after;
      held.after = before;
    }
    this.#price = moment.to;
    this.#trade(moment);
    if (this.#claim === null) this.exposure = this.hedge.exposure;
  }

  /** What trading has made of the put that was meant, more or less than that. */
  replication(): number {
    return this.#claim === null ? 0 : this.hedge.exposure - this.exposure - this.premium - this.bleed - this.higherOrder;
  }

  /** Change of value since the opening, in quote. */
  total(): number {
    return this.hedge.valueAt(this.#price);
  }

  #trade(moment: KernelMoment): void {
    const wanted = this.#wanted;
    if (this.#claim !== null) {
      wanted.delta = -this.#held.before.delta;
      wanted.gamma = -this.#held.before.gamma;
    } else {
      const { base, isBroken } = cppi(
        { multiple: this.#multiple, leverage: UNLEVERED },
        { value: this.#capital + this.hedge.valueAt(moment.to), floor: this.#floor, price: moment.to, isBroken: this.#isBroken },
      );
      this.#isBroken = isBroken;
      wanted.delta = -base;
      wanted.gamma = 0;
    }
    this.hedge.follow(moment, wanted);
  }
}
