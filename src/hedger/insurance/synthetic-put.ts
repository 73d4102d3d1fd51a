import { callAndPut } from "../call-and-put.ts";
import { blankMark } from "../mark.ts";
import type { Insurance } from "./insured-strike.ts";

/** Where a portfolio insurer stands: the price, and what its model believes. */
export interface InsuranceView {
  /** Quote per base, positive. */
  readonly spot: number;
  /** Years to the horizon; there and after it 0 or less. */
  readonly tau: number;
  /** A year, positive: the one that the model believes, whatever the market does. */
  readonly vol: number;
}

/** What a synthetic put asks for, and what it is meant to be worth. */
export interface SyntheticPutTarget {
  /** To hold, in base. */
  readonly base: number;
  /** Share of the value that stands in the asset; the rest is cash. */
  readonly stockWeight: number;
  /** In quote: asset and put together. A book's value less this is what replication has lost (negative) or won against the put it set out to make. */
  readonly value: number;
  /** In quote: the put alone. */
  readonly put: number;
  /** What the base to hold grows by per unit of price, in base; ≥ 0, so it buys what rises and sells what falls. */
  readonly gamma: number;
}

/**
 * Portfolio insurance by a put that nobody wrote: asset and cash are held so that together they move as the asset with a put on it. For each unit that is
 * N(d1) of the asset and strike·N(−d2) of cash, without interest (Rubinstein and Leland 1981, Financial Analysts Journal 37(4):63–72; Leland 1980, Who should
 * buy portfolio insurance?, Journal of Finance 35:581–594). At the horizon all asset above the strike, all cash below, half of each on it.
 */
export function syntheticPut({ strike, units }: Insurance): (view: InsuranceView) => SyntheticPutTarget {
  const options = callAndPut(strike, 0);
  const [call, put] = [blankMark(), blankMark()];
  return ({ spot, tau, vol }) => {
    [call.spot, call.tau, call.vol] = [spot, tau, vol];
    options.mark(call, call, put);
    return {
      base: units * call.delta,
      stockWeight: (spot * call.delta) / (spot + put.value),
      value: units * (spot + put.value),
      put: units * put.value,
      gamma: units * put.gamma,
    };
  };
}
