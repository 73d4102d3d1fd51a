const SECONDS_PER_DAY = 86_400;

/** Sum of squared log returns from one price to the next. */
export function realisedVariance(prices: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 1; i < prices.length; i += 1) {
    const step = Math.log((prices[i] ?? NaN) / (prices[i - 1] ?? NaN));
    sum += step * step;
  }
  return sum;
}

/** Square root of the realised variance per day; 0 over no time. */
export function volatilityPerDay(prices: ArrayLike<number>, seconds: number): number {
  return seconds > 0 ? Math.sqrt((realisedVariance(prices) * SECONDS_PER_DAY) / seconds) : 0;
}

/** Largest fall from a price to a later one, as a share of the first; 0 where the price never falls. */
export function maxDrawdown(prices: ArrayLike<number>): number {
  let peak = 0;
  let worst = 0;
  for (let i = 0; i < prices.length; i += 1) {
    const price = prices[i] ?? NaN;
    if (price > peak) peak = price;
    else worst = Math.max(worst, 1 - price / peak);
  }
  return worst;
}

/**
 * Loss versus rebalancing of one unit of liquidity √(xy), in quote: Σ (√S′ − √S)²/√S, exact for steps of any size (theory 1.3 and 2.1).
 * Positive; the statement's line is its negative times the liquidity.
 */
export function lossVersusRebalancing(prices: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 1; i < prices.length; i += 1) {
    const before = Math.sqrt(prices[i - 1] ?? NaN);
    const step = Math.sqrt(prices[i] ?? NaN) - before;
    sum += (step * step) / before;
  }
  return sum;
}
