import { baseNumber, quoteNumber, toBase, valueAt, valueNumber } from "../../core/units.ts";
import type { AccountId, PriceE8 } from "../../core/words.ts";
import { margin } from "../../hedger/margin.ts";
import type { HedgePolicy } from "../../hedger/policies/hedge-policy.ts";
import type { LineSums } from "../../ledger/books/lines.ts";
import { fillPostings } from "../../ledger/reference-entries.ts";
import { fillAt } from "../../market/reference-market.ts";
import type { Moment } from "../moment.ts";
import { post, type Simulation } from "../simulation.ts";

export interface HedgeOptions {
  readonly account: AccountId;
  readonly policy: HedgePolicy;
  /** Of the reference market, as a share. */
  readonly cost: number;
  readonly marginRate: number;
  /** Half-width of the policy band, in base. */
  readonly band: number;
}

/** A hedge in base at the reference market, in an account of its own: opened at the start, brought back to delta as the policy says. */
export class Hedge {
  readonly #sim: Simulation;
  readonly #options: HedgeOptions;
  readonly #startQuote: bigint;
  #trades = 0;
  #turnover = 0;
  #peak = 0;

  constructor(sim: Simulation, options: HedgeOptions) {
    this.#sim = sim;
    this.#options = options;
    this.#startQuote = this.#quote;
  }

  /** Base held, negative when short, in tokens. */
  get position(): number {
    return baseNumber(this.#base);
  }

  get peakMargin(): number {
    return this.#peak;
  }

  get activity(): { readonly trades: number; readonly turnover: number } {
    return { trades: this.#trades, turnover: this.#turnover };
  }

  /** Value of the account at a price, in quote. */
  value(price: PriceE8): number {
    return valueNumber(valueAt(this.#base, this.#quote, price));
  }

  /** Trades to what the policy wants for this delta, and writes what that cost; then looks at the margin. */
  follow(moment: Pick<Moment, "block" | "priceAfter" | "to">, delta: number, lines: LineSums): void {
    const { policy, band } = this.#options;
    const target = policy.target({ block: moment.block, hedge: this.position, delta, band });
    if (target !== null) this.#trade(toBase(target) - this.#base, moment, lines);
    const profit = valueNumber(valueAt(this.#base, this.#quote - this.#startQuote, moment.priceAfter));
    this.#peak = Math.max(this.#peak, margin(this.#options.marginRate, { hedge: this.position, price: moment.to, profit }));
  }

  #trade(base: bigint, moment: Pick<Moment, "priceAfter" | "to">, lines: LineSums): void {
    if (base === 0n) return;
    const fill = fillAt(base, moment.priceAfter, this.#options.cost);
    post(this.#sim, fillPostings(this.#options.account, fill), moment.priceAfter);
    lines.add("execution", -quoteNumber(fill.cost));
    lines.add("rounding", valueNumber(valueAt(base, -fill.quote, moment.priceAfter)));
    this.#trades += 1;
    this.#turnover += Math.abs(quoteNumber(fill.quote));
  }

  get #base(): bigint {
    return this.#sim.accounts.balance(this.#options.account, "reference", "base");
  }

  get #quote(): bigint {
    return this.#sim.accounts.balance(this.#options.account, "reference", "quote");
  }
}
