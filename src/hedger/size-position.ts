import type { Claim } from "./claim.ts";

/** What a position is to have, seen by its holder: negative for one that was sold. */
export interface PositionSize {
  /** Value in quote; spot²·gamma in quote; or vega in quote per 1.00 of volatility. */
  readonly by: "capital" | "dollar-gamma" | "vega";
  readonly amount: number;
}

/** Where it is to have that: as a claim is marked. */
export interface SizingMoment {
  readonly spot: number;
  readonly tau: number;
  readonly vol: number;
}

/**
 * How many of a unit claim make a position of that size.
 *
 * @throws RangeError when the unit has none of what is to be matched, or the amount is no number
 */
export function sizePosition(unit: Claim, { by, amount }: PositionSize, { spot, tau, vol }: SizingMoment): number {
  if (!Number.isFinite(amount)) throw new RangeError(`the ${by} of a position is a finite number, not ${amount}`);
  const { value, gamma, vega } = unit.greeks(spot, tau, vol);
  const measure = { capital: value, "dollar-gamma": spot * spot * gamma, vega }[by];
  const multiple = amount / measure;
  if (!Number.isFinite(multiple)) {
    throw new RangeError(
      `the ${unit.name} cannot be sized by ${by}: one has ${measure} at price ${spot}, ${tau} years to expiry and volatility ${vol}`,
    );
  }
  return multiple;
}
