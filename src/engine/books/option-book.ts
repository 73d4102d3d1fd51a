import type { BookName } from "../../core/result.ts";
import type { Claim } from "../../hedger/claim.ts";
import { settledClaim } from "../../hedger/settled-claim.ts";
import { bookResult } from "../../ledger/books/book-result.ts";
import { checkBook } from "../../ledger/books/check-book.ts";
import { lineSums } from "../../ledger/books/lines.ts";
import { optionStep } from "../../ledger/books/option-position.ts";
import type { Moment } from "../moment.ts";
import type { Book } from "./book.ts";
import type { Hedge, Hedged } from "./hedge.ts";

export interface OptionBookOptions {
  readonly name: BookName;
  readonly title: string;
  readonly collateral: string;
  readonly claim: Claim;
  /** At which it is marked, a year. */
  readonly volatilityAt: (moment: Moment) => number;
  /** At which it is hedged, a year; null where that is the mark's. */
  readonly hedgeVolatility: number | null;
  /** Years to expiry at the start. */
  readonly tau: number;
}

/**
 * A desk in options, hedged at the reference market. Its account there already holds the capital less what the claim cost (more, when the
 * claim is a short position that brought a premium).
 */
export function optionBook(options: OptionBookOptions, hedge: Hedge, start: Moment): Book {
  const { name, title, collateral, volatilityAt, hedgeVolatility } = options;
  let { claim } = options;
  const lines = lineSums();
  let mark = { price: start.to, tau: options.tau };
  let volatility = volatilityAt(start);
  let price = start.priceAfter;
  let worst = 0;
  const claimValue = (): number => claim.value(mark.price, mark.tau, volatility);
  const value = (): number => claimValue() + hedge.value(price);
  const startCapital = value();
  const deltaAt = (at: number): number => claim.delta(mark.price, mark.tau, at);
  const hedged = ({ index }: Moment): Hedged => {
    const { delta, gamma } = claim.greeks(mark.price, mark.tau, volatility);
    const modelDelta = hedgeVolatility === null ? delta : deltaAt(hedgeVolatility);
    const seenDeltaAt = (at: number): number => claim.delta(index, mark.tau, at);
    const seenDelta = index === mark.price ? modelDelta : seenDeltaAt(hedgeVolatility ?? volatility);
    return { delta, modelDelta, seenDelta, gamma, volatility, deltaAt, seenDeltaAt };
  };
  const dollarGamma = (): number => claim.greeks(mark.price, mark.tau, volatility).gamma * mark.price * mark.price;
  hedge.follow(start, hedged(start), lines);
  return {
    name,
    step({ moment, tauAfter }) {
      const after = { price: moment.to, tau: tauAfter };
      const { exposure, premium, bleed, vega, higherOrder } = optionStep(
        claim,
        volatility,
        mark,
        after,
        hedge.position,
        volatilityAt(moment),
      );
      lines.add("exposure", exposure);
      lines.add("premium", premium);
      lines.add(moment.isGap ? "gap" : "bleed", bleed);
      lines.add("vega", vega);
      lines.add(moment.isGap ? "gap" : "higherOrder", higherOrder);
      hedge.hold(moment, lines);
      mark = after;
      volatility = volatilityAt(moment);
      price = moment.priceAfter;
      // Past its expiry the claim is the cash that it paid, and its hedge is closed.
      if (tauAfter <= 0) claim = settledClaim(claim, moment.to, volatility);
      hedge.follow(moment, hedged(moment), lines);
      worst = Math.min(worst, value() - startCapital);
    },
    value,
    dollarGamma,
    reacting: () => ({ kind: "replicator", gamma: -claim.greeks(mark.price, mark.tau, volatility).gamma, price: mark.price }),
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
