import { priceNumber } from "../../core/units.ts";
import { bookResult } from "../../ledger/books/book-result.ts";
import { checkBook } from "../../ledger/books/check-book.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { lineSums } from "../../ledger/books/lines.ts";
import type { Moment } from "../moment.ts";
import type { Book } from "./book.ts";
import type { Hedge, Hedged } from "./hedge.ts";
import type { LpShare } from "./lp-share.ts";

/** A liquidity position's delta depends on no volatility; the policy that asks for one gets this, a year. */
const UNKNOWN = 1;

/** The liquidity position; with a hedge, short its delta at the reference market. */
export function lpBook(share: LpShare, hedge: Hedge | null, start: Moment): Book {
  const name = hedge === null ? "lp" : "hedged-lp";
  const startCapital = share.value;
  const lines = lineSums();
  let price = start.priceAfter;
  let worst = 0;
  const hedged = ({ to }: Moment): Hedged => {
    const delta = share.base;
    const deltaAt = (): number => delta;
    const gamma = share.dollarGamma / (to * to);
    return { delta, modelDelta: delta, seenDelta: delta, gamma, volatility: UNKNOWN, deltaAt, seenDeltaAt: deltaAt };
  };
  hedge?.follow(start, hedged(start), lines);
  const value = (): number => share.value + (hedge?.value(price) ?? 0);
  return {
    name,
    step({ moment, share: { flows } }) {
      lines.add("exposure", flows.exposure);
      if (hedge !== null) lines.add("exposure", exposureOfStep(hedge.position, moment.from, moment.to));
      hedge?.hold(moment, lines);
      lines.add("premium", flows.fees);
      lines.add(moment.isGap ? "gap" : "bleed", flows.bleed);
      lines.add("flow", flows.markouts - flows.fees - flows.bleed);
      lines.add("rounding", flows.rounding);
      price = moment.priceAfter;
      hedge?.follow(moment, hedged(moment), lines);
      worst = Math.min(worst, value() - startCapital);
    },
    value,
    dollarGamma: () => share.dollarGamma,
    reacting() {
      const at = priceNumber(price);
      return hedge === null ? null : { kind: "replicator", gamma: -share.dollarGamma / (at * at), price: at };
    },
    hedge: () => hedge?.position ?? 0,
    check: (block) => checkBook({ book: name, block, startCapital, lines: lines.total(), total: value() - startCapital }),
    statement: (block) =>
      bookResult({
        book: name,
        title: hedge === null ? "LP" : "hedged LP",
        collateral:
          hedge === null
            ? "a share of the pool's liquidity, nothing else"
            : "the same share of the pool, short the base it contains at the reference market against margin",
        block,
        startCapital,
        lines,
        total: value() - startCapital,
        worst,
        peakMargin: hedge?.peakMargin ?? 0,
        hedge: hedge?.activity ?? { trades: 0, turnover: 0, closedAt: null },
      }),
  };
}
