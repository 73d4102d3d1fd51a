/** No spread is wider than this, as a share of the value. */
const WIDEST = 0.5;

/**
 * Cost of a trade when markets are nervous: the usual one times (recent over usual volatility) to a power, at least the usual one and at most one half of the
 * value. Dealers ask for more when prices move more, as inventory costs grow with variance (Stoll 1978, The supply of dealer services in securities
 * markets, equation 8).
 *
 * @param usual as a share of the value, from 0 to 0.5
 * @param surge the power, at least 0
 * @param volatility recent over usual, positive
 */
export function widenedCost(usual: number, surge: number, volatility: number): number {
  if (surge === 0 || volatility <= 1) return usual;
  return Math.min(WIDEST, usual * Math.exp(surge * Math.log(volatility)));
}
