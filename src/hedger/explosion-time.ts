import type { HestonVariance } from "./heston-transform.ts";

/**
 * Years until E[S^p] becomes infinite, or Infinity where it never does, for p above 1 or below 0: Andersen and Piterbarg 2007, Moment explosions in stochastic
 * volatility models, proposition 3.1.
 */
export function explosionTime(law: HestonVariance, p: number): number {
  const { meanReversion, volOfVariance, correlation } = law;
  const b = meanReversion - correlation * volOfVariance * p;
  const square = b * b - volOfVariance * volOfVariance * (p * p - p);
  const d = Math.sqrt(Math.abs(square));
  if (square < 0) return (2 * Math.atan2(d, -b)) / d;
  return b > 0 ? Infinity : d === 0 ? -2 / b : Math.log((b - d) / (b + d)) / d;
}
