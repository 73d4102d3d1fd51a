const HALVINGS = 60;

/**
 * Variance of returns over `horizon` blocks over `horizon` times that over one: 1 for a walk without memory, less where moves come back, more where they
 * go on. Overlapping windows with the two corrections for bias of Lo and MacKinlay 1988 (Stock market prices do not follow random walks, Review of Financial Studies
 * 1:41–66, equations 12 and 13). Its standard error for a walk is √(2(2k − 1)(k − 1)/(3kn)): a horizon of more than a tenth of the returns says little.
 *
 * @param returns one a block; their mean is taken out
 * @param horizon k, a whole number from 1
 * @returns null where there are fewer than two horizons of returns or they do not move
 */
export function varianceRatio(returns: readonly number[], horizon: number): number | null {
  const n = returns.length;
  if (n < 2 * horizon || n < 2) return null;
  const mean = returns.reduce((sum, each) => sum + each, 0) / n;
  let [single, many, window] = [0, 0, 0];
  for (const [i, each] of returns.entries()) {
    single += (each - mean) * (each - mean);
    window += each - mean;
    if (i >= horizon) window -= (returns[i - horizon] ?? NaN) - mean;
    if (i >= horizon - 1) many += window * window;
  }
  if (single === 0) return null;
  const windows = horizon * (n - horizon + 1) * (1 - horizon / n);
  return many / windows / (single / (n - 1));
}

/** That ratio for returns of which each is `gain` times the one before and something new: 1 + 2·Σ (1 − j/k)·gʲ (theory 4.5); long horizons come to (1 + g)/(1 − g). */
export function varianceRatioOf(gain: number, horizon: number): number {
  let [sum, power] = [1, 1];
  for (let j = 1; j < horizon; j += 1) {
    power *= gain;
    sum += 2 * (1 - j / horizon) * power;
  }
  return sum;
}

/** The gain that has this variance ratio, by bisection; −1 and 1 for ratios that no gain between them has. */
export function gainOfVarianceRatio(ratio: number, horizon: number): number {
  let [low, high] = [-1, 1];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (varianceRatioOf(middle, horizon) < ratio) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
