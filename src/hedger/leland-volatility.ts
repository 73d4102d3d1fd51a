/**
 * Volatility at which a hedge at intervals costs on average what it is charged for: σ√(1 ± Le), Le = √(2/π)·k/(σ√Δt), with + for options that were sold and − for
 * options held (Leland 1985, Option Pricing and Replication with Transactions Costs, J. Finance 40:1283–1301). Where the costs of a held option
 * outgrow its gamma, Le > 1, there is none, and the limit 0 is returned.
 *
 * @param side 1 of options that were sold, −1 of options held
 * @param volatility σ a year, positive
 * @param roundTrip k, the cost of buying and selling again as a share of the value
 * @param years Δt between two trades, positive
 */
export function lelandVolatility(side: 1 | -1, volatility: number, roundTrip: number, years: number): number {
  const number = (Math.sqrt(2 / Math.PI) * roundTrip) / (volatility * Math.sqrt(years));
  return volatility * Math.sqrt(Math.max(1 + side * number, 0));
}
