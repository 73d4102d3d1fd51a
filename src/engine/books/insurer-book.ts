import { call } from "../../hedger/call.ts";
import { cppi, type CppiRule } from "../../hedger/insurance/cppi.ts";
import { insuredStrike } from "../../hedger/insurance/insured-strike.ts";
import { syntheticPut } from "../../hedger/insurance/synthetic-put.ts";
import { bookResult } from "../../ledger/books/book-result.ts";
import { checkBook } from "../../ledger/books/check-book.ts";
import { exposureOfStep } from "../../ledger/books/liquidity-position.ts";
import { lineSums } from "../../ledger/books/lines.ts";
import { optionStep } from "../../ledger/books/option-position.ts";
import type { Reacting } from "../../ledger/measures/reaction.ts";
import type { Moment } from "../moment.ts";
import type { Book } from "./book.ts";
import type { Hedge, Hedged } from "./hedge.ts";

export interface InsurerOptions {
  readonly rule: "synthetic-put" | "cppi";
  /** To be kept, in quote. */
  readonly floor: number;
  /** Of constant proportions. */
  readonly multiple: number;
  /** That the synthetic put believes, a year. */
  readonly volatility: number;
  /** Years to the horizon at the start. */
  readonly tau: number;
}

/** What an insurer wants to hold at a moment, and how that answers the price. */
interface Insured {
  /** In base. */
  readonly base: number;
  /** What the position that it sets out to make gains or loses by curvature: S²·Γ. */
  readonly dollarGamma: number;
  readonly reacting: Reacting;
}

/** How an insurer decides, and where its gain of a step belongs in the statement. */
interface Rule {
  readonly words: string;
  /** @param price that it is reckoned at; the value is that of the account, at the market's */
  want(price: number, tau: number, value: number): Insured;
  /** Of a step, by line, what the position that was meant would have gained; none where there is no such position. */
  meant(before: Mark, after: Mark): Readonly<Record<"exposure" | "premium" | "bleed" | "higherOrder", number>> | null;
}

interface Mark {
  readonly price: number;
  readonly tau: number;
}

/** No insurer borrows to hold more than it has. */
const UNLEVERED = 1;

/**
 * A portfolio insurer: base and quote at the reference market, held so that a floor is kept, out of capital of its own and without a margin. Its account already holds that capital. Where it makes a
 * put that nobody wrote, the statement has what that put would have done, and as replication what trading has made of it.
 */
export function insurerBook(options: InsurerOptions, hedge: Hedge, start: Moment): Book {
  const lines = lineSums();
  const startCapital = hedge.value(start.priceAfter);
  const rule = options.rule === "cppi" ? constantProportions(options) : madePut(options, startCapital, start.to);
  let mark: Mark = { price: start.to, tau: options.tau };
  let price = start.priceAfter;
  let worst = 0;
  const value = (): number => hedge.value(price);
  const want = (at = mark.price): Insured => rule.want(at, mark.tau, value());
  const hedged = ({ index }: Moment): Hedged => {
    const { base, dollarGamma } = want();
    const seen = index === mark.price ? base : want(index).base;
    // A hedge holds the opposite of a delta.
    return {
      delta: -base,
      modelDelta: -base,
      seenDelta: -seen,
      gamma: -dollarGamma / (mark.price * mark.price),
      volatility: options.volatility,
      deltaAt: () => -base,
      seenDeltaAt: () => -seen,
    };
  };
  hedge.follow(start, hedged(start), lines);
  return {
    name: "insurer",
    step({ moment, tauAfter }) {
      const after = { price: moment.to, tau: tauAfter };
      const gain = exposureOfStep(hedge.position, moment.from, moment.to);
      const meant = rule.meant(mark, after);
      if (meant === null) lines.add("exposure", gain);
      else {
        lines.add("exposure", meant.exposure);
        lines.add("premium", meant.premium);
        lines.add(moment.isGap ? "gap" : "bleed", meant.bleed);
        lines.add(moment.isGap ? "gap" : "higherOrder", meant.higherOrder);
        lines.add("replication", gain - meant.exposure - meant.premium - meant.bleed - meant.higherOrder);
      }
      hedge.hold(moment, lines, meant === null ? "exposure" : "replication");
      mark = after;
      price = moment.priceAfter;
      hedge.follow(moment, hedged(moment), lines);
      worst = Math.min(worst, value() - startCapital);
    },
    value,
    // Constant proportions have none, and asking them would tell them a value in the middle of a block.
    dollarGamma: () => (options.rule === "cppi" ? 0 : want().dollarGamma),
    reacting: () => want().reacting,
    hedge: () => hedge.position,
    check: (block) => checkBook({ book: "insurer", block, startCapital, lines: lines.total(), total: value() - startCapital }),
    statement: (block) =>
      bookResult({
        book: "insurer",
        title: "insurer",
        collateral: rule.words,
        block,
        startCapital,
        lines,
        total: value() - startCapital,
        worst,
        peakMargin: 0,
        hedge: hedge.activity,
      }),
  };
}

function madePut({ floor, tau, volatility }: InsurerOptions, capital: number, price: number): Rule {
  const insurance = insuredStrike(capital, floor, price, tau, volatility);
  const target = syntheticPut(insurance);
  // Asset and put together are a call and cash.
  const claim = call(insurance.units, insurance.strike);
  return {
    words: `the same capital in base and cash, held as base with a put that keeps ${((100 * floor) / capital).toFixed(0)} % of it would move`,
    want(spot, left) {
      const { base, gamma } = target({ spot, tau: left, vol: volatility });
      return { base, dollarGamma: gamma * spot * spot, reacting: { kind: "replicator", gamma, price: spot } };
    },
    meant: (before, after) => optionStep(claim, volatility, before, after, 0),
  };
}

function constantProportions({ floor, multiple }: InsurerOptions): Rule {
  const proportions: CppiRule = { multiple, leverage: UNLEVERED };
  let isBroken = false;
  return {
    words: `the same capital, of which ${multiple} times what is above the floor is held in base, and nothing once the floor has broken`,
    want(price, _, value) {
      const target = cppi(proportions, { value, floor, price, isBroken });
      isBroken = target.isBroken;
      const cushion = isBroken ? 0 : Math.max(0, target.cushion);
      return { base: target.base, dollarGamma: 0, reacting: { kind: "cushion", multiple, cushion } };
    },
    meant: () => null,
  };
}
