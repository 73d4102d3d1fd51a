/** Implied volatility stays within what settings may say, a year. */
const [LEAST, MOST] = [0.01, 20];

/**
 * Implied volatility that rises when the price falls: σ(S) = σ₀ − slope·ln(S/S₀), held between 0.01 and 20.
 *
 * A straight line in the logarithm is the slope that index options are quoted with near the money (Derman 1999, Regimes of volatility, section 2, with the level
 * in place of the strike).
 *
 * @param start σ₀, a year
 * @param slope at least 0
 * @param ratio S/S₀, positive
 */
export function slopedVolatility(start: number, slope: number, ratio: number): number {
  if (slope === 0) return start;
  return Math.min(MOST, Math.max(LEAST, start - slope * Math.log(ratio)));
}
