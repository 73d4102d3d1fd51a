/** No spread is wider than this, as a share of the value. */
const WIDEST = 0.5;

/**
 * Cost of a trade when markets are nervous: the usual one times (recent over usual volatility) to a power, at least the usual one and at most one half of the
 * value. Power 1
 * is what order books show, whose spread is in proportion to the volatility of a trade (Wyart, Bouchaud, Kockelkoren, Potters and Vettorazzo 2008, Relation between
 * bid–ask spread, impact and volatility in order-driven markets, Quantitative Finance 8:41–57).
 *
 * @param usual as a share of the value, from 0 to 0.5
 * @param surge the power, at least 0
 * @param volatility recent over usual, positive
 */
export function widenedCost(usual: number, surge: number, volatility: number): number {
  if (surge === 0 || volatility <= 1) return usual;
  return Math.min(WIDEST, usual * Math.exp(surge * Math.log(volatility)));
}
