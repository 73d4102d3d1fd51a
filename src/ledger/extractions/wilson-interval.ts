import type { Interval } from "../../core/result.ts";

/** 97.5 % quantile of the standard normal law. */
const Z = 1.959963984540054;

/**
 * A 95 % score interval for a probability, from how often something happened (Wilson 1927, Probable Inference, the Law of Succession, and
 * Statistical Inference, JASA 22:209–212), without continuity correction: the p at which the count is within z = 1.96 standard errors of what p
 * predicts, (2r + z² ± z·√(z² + 4·r·(n − r)/n)) / (2·(n + z²)). Within 0 and 1 for any count. It takes the trials to be independent.
 *
 * @param hits 0 to `trials`
 * @returns null without trials
 */
export function wilsonInterval(hits: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const middle = 2 * hits + Z * Z;
  const half = Z * Math.sqrt(Z * Z + (4 * hits * (trials - hits)) / trials);
  const whole = 2 * (trials + Z * Z);
  return [(middle - half) / whole, (middle + half) / whole];
}
