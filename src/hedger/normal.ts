import { erfc, erfcSides } from "./erfc.ts";

const INVERSE_ROOT_TWO_PI = 0.3989422804014326779;

/** A number, and how a standard normal variable is spread on its two sides. The caller owns it and sets `x`. */
export interface NormalSides {
  x: number;
  /** Probability of at most x. */
  below: number;
  /** Probability of at least x: with the digits that one less `below` would lose. */
  above: number;
}

const scratch = { x: NaN, at: NaN, opposite: NaN };

/** Density of the standard normal distribution at x: e^(−x²/2)/√(2π). */
export function normalPdf(x: number): number {
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * x * x);
}

/** Probability that a standard normal variable is at most x, to an absolute error of about 1e-15; small tails keep their relative digits. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x * Math.SQRT1_2);
}

/** `normalCdf` of x and of −x for little more than one of them, and without allocation. */
export function normalSides(sides: NormalSides): void {
  scratch.x = sides.x * Math.SQRT1_2;
  erfcSides(scratch);
  sides.below = 0.5 * scratch.opposite;
  sides.above = 0.5 * scratch.at;
}
