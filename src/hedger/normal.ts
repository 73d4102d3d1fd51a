import { erfc } from "./erfc.ts";

const INVERSE_ROOT_TWO_PI = 0.3989422804014326779;

/** Density of the standard normal distribution at x: e^(−x²/2)/√(2π). */
export function normalPdf(x: number): number {
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * x * x);
}

/** Probability that a standard normal variable is at most x, to an absolute error of about 1e-15; small tails keep their relative digits. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}
