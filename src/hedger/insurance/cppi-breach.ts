import { normalCdf } from "../normal.ts";

/** A world in which constant proportion portfolio insurance may only trade at equal intervals. */
export interface SteppedCppi {
  readonly multiple: number;
  /** A year, positive. */
  readonly vol: number;
  /** μ of the lognormal price, a year. */
  readonly drift: number;
  readonly years: number;
  /** Times that it trades, a whole number from 1. */
  readonly periods: number;
}

/**
 * Probability that the floor of constant proportion portfolio insurance breaks between two trades of a lognormal price, in one period and in any of
 * them: p₁ = N((ln(1 − 1/m) − (μ − σ²/2)Δt)/(σ√Δt)) and 1 − (1 − p₁)^N. Between trades the cushion grows by 1 + m·(return), whatever it was, so periods are
 * alike and independent (Balder, Brandl and Mahayni 2009, Effectiveness of CPPI strategies under discrete-time trading, Journal of Economic Dynamics and
 * Control 33:204–220). No interest, no limit on leverage. Small probabilities keep their digits.
 *
 * @returns both 0 for a multiple of 1 or less, which nothing short of a price of 0 can break
 */
export function cppiBreach({ multiple, vol, drift, years, periods }: SteppedCppi): { readonly period: number; readonly whole: number } {
  if (!(multiple > 1)) return { period: 0, whole: 0 };
  const step = years / periods;
  const period = normalCdf((Math.log1p(-1 / multiple) - (drift - 0.5 * vol * vol) * step) / (vol * Math.sqrt(step)));
  return { period, whole: -Math.expm1(periods * Math.log1p(-period)) };
}

/**
 * Whether a gap takes the floor: it does if and only if the relative jump of the price is below −1/multiple, for the cushion is multiplied by
 * 1 + multiple·jump.
 */
export function gapBreaksFloor(multiple: number, jump: number): boolean {
  return 1 + multiple * jump < 0;
}
