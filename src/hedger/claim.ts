import type { Mark } from "./mark.ts";

/** A position's value in quote, and its slopes. */
export interface Greeks {
  readonly value: number;
  /** ∂value/∂spot, in base. */
  readonly delta: number;
  /** ∂²value/∂spot², in base per unit of price. */
  readonly gamma: number;
  /** ∂value/∂t as calendar time passes at a fixed expiry, in quote a year. */
  readonly theta: number;
  /** ∂value/∂volatility, in quote per 1.00 of annual volatility. */
  readonly vega: number;
  /**
   * What the value is expected to gain a year, in quote, from all that moves but the diffusion of the price: jumps, and the volatility itself. It is the
   * sum of the pricing equation's other terms, so that theta + ½·vol²·spot²·gamma + otherDrift = 0 at zero rates; 0 for Black and Scholes.
   */
  readonly otherDrift: number;
}

/**
 * A position in options, seen by the one who holds it: a sold option is a claim of negative quantity.
 *
 * `spot` is the price in quote per base, positive; `tau` the time to expiry in years of 365 days, at expiry and after it 0 or less; `vol` the
 * volatility a year, positive. Rates and carry are zero unless the claim says otherwise.
 */
export interface Claim {
  readonly name: string;
  /** In quote. */
  value(spot: number, tau: number, vol: number): number;
  /** That of the greeks, for less where the claim has a shorter way to it. */
  delta(spot: number, tau: number, vol: number): number;
  greeks(spot: number, tau: number, vol: number): Greeks;
  /** Writes the greeks at the mark's spot, tau and vol into it: the same numbers, without allocation. */
  mark(mark: Mark): void;
}
