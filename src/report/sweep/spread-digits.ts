import type { Estimate } from "../../core/sweep-summary.ts";
import { fittingDigits } from "./fitting-digits.ts";

/** Errors below this share of their mean are rounding of a number that no path changes. */
const ROUNDING = 1e-9;

/** Decimals for the numbers of one line over paths: those that its standard error asks for, four at most. */
export function spreadDigits({ mean, standardError }: Estimate, least: number): number {
  const isRounding = standardError !== null && standardError <= ROUNDING * Math.abs(mean);
  return fittingDigits([isRounding ? null : standardError], least, 4);
}
