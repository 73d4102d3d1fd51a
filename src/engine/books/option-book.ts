import type { BookName } from "../../core/result.ts";
import type { Claim } from "../../hedger/claim.ts";
import { settledClaim } from "../../hedger/settled-claim.ts";
import { bookResult } from "../../ledger/books/book-result.ts";
import { checkBook } from "../../ledger/books/check-book.ts";
import { lineSums } from "../../ledger/books/lines.ts";
import { optionStep } from "../../ledger/books/option-position.ts";
import type { Moment } from "../moment.ts";
import type { Book } from "./book.ts";
import type { Hedge } from "./hedge.ts";

export interface OptionBookOptions {
  readonly name: BookName;
  readonly title: string;
  readonly collateral: string;
  readonly claim: Claim;
  readonly volatility: number;
  /** Years to expiry at the start. */
  readonly tau: number;
}

/**
 * A desk in options, hedged at the reference market. Its account there already holds the capital less what the claim cost (more, when the
 * claim is a short position that brought a premium).
 */
export function optionBook(options: OptionBookOptions, hedge: Hedge, start: Pick<Moment, "block" | "priceAfter" | "to">): Book {
  const { name, title, collateral, volatility } = options;
  let { claim } = options;
  const lines = lineSums();
  let mark = { price: start.to, tau: options.tau };
  let price = start.priceAfter;
  let worst = 0;
  const claimValue = (): number => claim.value(mark.price, mark.tau, volatility);
  const value = (): number => claimValue() + hedge.value(price);
  const startCapital = value();
  hedge.follow(start, claim.greeks(mark.price, mark.tau, volatility).delta, lines);
  return {
    name,
    step({ moment, tauAfter }) {
      const after = { price: moment.to, tau: tauAfter };
      const { exposure, premium, bleed, vega, higherOrder } = optionStep(claim, volatility, mark, after, hedge.position);
      lines.add("exposure", exposure);
      lines.add("premium", premium);
      lines.add("bleed", bleed);
      lines.add("vega", vega);
      lines.add("higherOrder", higherOrder);
      mark = after;
      price = moment.priceAfter;
      // Past its expiry the claim is the cash that it paid, and its hedge is closed.
      if (tauAfter <= 0) claim = settledClaim(claim, moment.to, volatility);
      hedge.follow(moment, claim.greeks(mark.price, mark.tau, volatility).delta, lines);
      worst = Math.min(worst, value() - startCapital);
    },
    value,
    dollarGamma: () => claim.greeks(mark.price, mark.tau, volatility).gamma * mark.price * mark.price,
    hedge: () => hedge.position,
    check: (block) => checkBook({ book: name, block, startCapital, lines: lines.total(), total: value() - startCapital }),
    statement: (block) =>
      bookResult({
        book: name,
        title,
        collateral,
        block,
        startCapital,
        lines,
        total: value() - startCapital,
        worst,
        peakMargin: hedge.peakMargin,
        hedge: hedge.activity,
      }),
  };
}
