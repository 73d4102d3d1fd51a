import type { Random } from "../../core/random.ts";

/** Moves a path on by so many days, at least 0, and gives the log return over them. */
export type LogReturns = (days: number) => number;

/**
 * A law of prices. Prices are multiplicative: what happens does not depend on the price itself.
 *
 * Every process but the bootstrap is compensated: the expected price after t days is the start price times exp(driftPerDay·t). It may be asked for
 * steps of any length, equal or not; unless it says otherwise the law at the asked times is exact.
 */
export interface PriceProcess {
  readonly kind: string;
  /** A new path, whose numbers come from the stream alone. Nothing is allocated per step. */
  readonly begin: (random: Random) => LogReturns;
  /** Where the log returns are independent and normal: their mean and deviation over so many days, by which whole paths are drawn faster. */
  readonly normalStep?: (days: number) => { readonly mean: number; readonly deviation: number };
}
