import { baseNumber, quoteNumber, toBase, toQuote, valueAt, valueNumber } from "../../core/units.ts";
import { SECONDS_A_YEAR } from "../../core/seconds-a-year.ts";
import type { AccountId } from "../../core/words.ts";
import type { LineName } from "../../core/line-name.ts";
import { margin } from "../../hedger/margin.ts";
import type { HedgeMarket, HedgePolicy } from "../../hedger/policies/hedge-policy.ts";
import type { LineSums } from "../../ledger/books/lines.ts";
import { basisPostings, fillPostings, fundingPostings, liquidationPostings } from "../../ledger/reference-entries.ts";
import { fillAt } from "../../market/reference-market.ts";
import type { MarketSettings } from "../../market/settings.ts";
import { widenedCost } from "../../market/widened-cost.ts";
import type { Moment } from "../moment.ts";
import type { Crowd } from "../reference.ts";
import { post, type Simulation } from "../simulation.ts";

export interface HedgeOptions {
  readonly account: AccountId;
  readonly policy: HedgePolicy;
  /** Of the reference market. */
  readonly market: MarketSettings;
  readonly marginRate: number;
  /** Cash behind the margin, in quote; infinite where credit has no limit. */
  readonly marginCash: number;
  /** Who trades alike, and whether the market's price remembers them. */
  readonly crowd: Crowd;
  /** Age of the delta that is traded to, in blocks. */
  readonly markAge: number;
  /** Whether that is another than the mark's, be it old, another price's or another model's. */
  readonly isMistaken: boolean;
  /** Half-width of the policy band, in base. */
  readonly band: number;
}

/** What is hedged, at the block's price. */
export interface Hedged {
  /** At its mark, in base. */
  readonly delta: number;
  /** As the hedger's own model has it at the price, in base. */
  readonly modelDelta: number;
  /** As that model has it at the index that the hedger reckons by: what is acted on, in base. */
  readonly seenDelta: number;
  /** In base per unit of price. */
  readonly gamma: number;
  /** That it is marked at, a year. */
  readonly volatility: number;
  /** Delta at another volatility, in base; at the price, and at that index. */
  readonly deltaAt: (volatility: number) => number;
  readonly seenDeltaAt: (volatility: number) => number;
}

/** More than a fill and its cost are rounded by, in quote. */
const DUST = 1e-5;

/** A hedge in base at the reference market, in an account of its own: opened at the start, brought back to delta as the policy says. */
export class Hedge {
  readonly #sim: Simulation;
  readonly #options: HedgeOptions;
  readonly #startQuote: bigint;
  /** What the model said, oldest first: as many as the delta that is traded to is old. */
  readonly #seen: number[] = [];
  /** Positions that the policy would hold with its model's delta of the block, and with the mark's, in base; null where it has that. */
  #instead: { readonly ofModel: number; readonly ofMark: number } | null;
  #trades = 0;
  #turnover = 0;
  #peak = 0;
  #closedAt: number | null = null;

  constructor(sim: Simulation, options: HedgeOptions) {
    this.#sim = sim;
    this.#options = options;
    this.#startQuote = this.#quote;
    this.#instead = options.isMistaken ? { ofModel: 0, ofMark: 0 } : null;
  }

  /** Base held, negative when short, in tokens. */
  get position(): number {
    return baseNumber(this.#base);
  }

  get peakMargin(): number {
    return this.#peak;
  }

  get activity(): { readonly trades: number; readonly turnover: number; readonly closedAt: number | null } {
    return { trades: this.#trades, turnover: this.#turnover, closedAt: this.#closedAt };
  }

  /** Value of the account at a price, in quote. */
  value(price: Moment["priceAfter"]): number {
    return valueNumber(valueAt(this.#base, this.#quote, price));
  }

  /**
   * What holding the position through the block brought beside its exposure: funding, and what the future that it is held in moved beyond the price, so that trades at the price
   * and these payments come to the same as trades and marks at the future's; and which part of the exposure a mistaken delta has caused.
   *
   * @param line that has the whole gain of the position
   */
  hold(moment: Moment, lines: LineSums, line: LineName = "exposure"): void {
    if (this.#instead !== null) {
      const { ofModel, ofMark } = this.#instead;
      const move = moment.to - moment.from;
      lines.add("staleMark", (this.position - ofModel) * move);
      lines.add("wrongVolatility", (ofModel - ofMark) * move);
      lines.add(line, (ofMark - this.position) * move);
    }
    const { account, market } = this.#options;
    const received = toQuote((-this.position * moment.from * market.fundingRate * moment.seconds) / SECONDS_A_YEAR);
    if (received !== 0n) {
      post(this.#sim, fundingPostings(account, received), moment.priceAfter);
      lines.add("funding", quoteNumber(received));
    }
    if (moment.basisMove === 0) return;
    const variation = toQuote(this.position * moment.basisMove);
    if (variation === 0n) return;
    post(this.#sim, basisPostings(account, variation), moment.priceAfter);
    lines.add("basis", quoteNumber(variation));
  }

  /** Closes a hedge whose margin is used up; otherwise trades to what the policy wants, as far as margin allows. Writes what that cost. */
  follow(moment: Moment, hedged: Hedged, lines: LineSums): void {
    const used = this.#age(hedged.seenDelta);
    if (this.#closedAt !== null) return;
    if (!moment.isHalted && this.#needs(moment) > this.#options.marginCash) this.#close(moment, lines);
    else {
      const market = this.#marketOf(moment, hedged);
      const wanted = this.#wanted(moment.block, this.position, used, { ...market, deltaAt: hedged.seenDeltaAt });
      const allowed = this.#allowed(wanted, moment);
      if (allowed !== this.position) this.#trade(toBase(allowed) - this.#base, moment, lines);
      if (this.#instead !== null) {
        // What margin does not allow is nobody's mistake.
        const cut = allowed - wanted;
        const { ofModel, ofMark } = this.#instead;
        this.#instead = {
          ofModel: this.#wanted(moment.block, ofModel, hedged.modelDelta, market) + cut,
          ofMark: this.#wanted(moment.block, ofMark, hedged.delta, market) + cut,
        };
      }
    }
    this.#peak = Math.max(this.#peak, this.#needs(moment));
  }

  /** The position that the policy wants, seeing this one and this delta. */
  #wanted(block: number, hedge: number, delta: number, market: HedgeMarket): number {
    const { policy, band } = this.#options;
    return policy.target({ block, hedge, delta, band }, market) ?? hedge;
  }

  #marketOf(moment: Moment, { gamma, volatility: vol, deltaAt }: Hedged): HedgeMarket {
    return { price: moment.to, cost: this.#costOf(moment), isClose: moment.isClose, isHalted: moment.isHalted, gamma, vol, deltaAt };
  }

  /** The delta that is acted on: the oldest that is seen. */
  #age(seenDelta: number): number {
    this.#seen.push(seenDelta);
    return this.#seen.length > this.#options.markAge ? (this.#seen.shift() ?? seenDelta) : (this.#seen[0] ?? seenDelta);
  }

  #needs(moment: Moment): number {
    return margin(this.#options.marginRate, { hedge: this.position, price: moment.to, profit: this.#profit(moment) });
  }

  #profit({ priceAfter }: Moment): number {
    return valueNumber(valueAt(this.#base, this.#quote - this.#startQuote, priceAfter));
  }

  /** As much of a position as there is margin for after the cost of getting there, but no less than is held, in base. */
  #allowed(target: number, moment: Moment): number {
    const { marginCash, marginRate } = this.#options;
    if (marginCash === Infinity) return target;
    const held = Math.abs(this.position);
    const cost = this.#costOf(moment);
    const room = (marginCash - DUST + Math.min(0, this.#profit(moment))) / moment.to - cost * held;
    const most = Math.max(held, room / (marginRate + cost));
    return Math.min(most, Math.max(-most, target));
  }

  #costOf({ volatility }: Moment): number {
    const { cost, spreadSurge } = this.#options.market;
    return widenedCost(cost, spreadSurge, volatility);
  }

  #trade(base: bigint, moment: Moment, lines: LineSums): void {
    if (base === 0n) return;
    const { account, market, crowd } = this.#options;
    const { reference } = this.#sim;
    // What is held at the opening was bought before, at the price that is there.
    const fill =
      moment.block === 0
        ? fillAt(base, moment.priceAfter, this.#costOf(moment))
        : reference.quote(base, moment.priceAfter, this.#costOf(moment), crowd);
    const usual = fillAt(base, moment.priceAfter, market.cost).cost;
    post(this.#sim, fillPostings(account, fill), moment.priceAfter);
    if (moment.block > 0) reference.remember(base, crowd);
    lines.add("execution", -quoteNumber(usual));
    if (fill.cost !== usual) lines.add("spread", -quoteNumber(fill.cost - usual));
    if (fill.impact !== 0n) lines.add("impact", -quoteNumber(fill.impact));
    lines.add("rounding", valueNumber(valueAt(base, -fill.quote, moment.priceAfter)));
    this.#trades += 1;
    this.#turnover += Math.abs(quoteNumber(fill.quote));
  }

  /** By force, at the block's price, for good. What is lost beyond the margin is not the book's to pay. */
  #close(moment: Moment, lines: LineSums): void {
    const { account, market, marginCash } = this.#options;
    const fee = toQuote(Math.abs(this.position) * moment.to * market.liquidationFee);
    this.#trade(-this.#base, moment, lines);
    const owed = this.#startQuote - this.#quote + fee - toQuote(marginCash);
    const shortfall = owed > 0n ? owed : 0n;
    post(this.#sim, liquidationPostings(account, fee, shortfall), moment.priceAfter);
    lines.add("liquidation", -quoteNumber(fee));
    lines.add("shortfall", quoteNumber(shortfall));
    this.#instead = null;
    this.#closedAt = moment.block;
  }

  get #base(): bigint {
    return this.#sim.accounts.balance(this.#options.account, "reference", "base");
  }

  get #quote(): bigint {
    return this.#sim.accounts.balance(this.#options.account, "reference", "quote");
  }
}
