/**
 * Break-even volatility of the option twin over a path: the implied volatility at which theta of the square-root claim would have paid its bleed.
 *
 * With V(t) = 2L√S(t)·exp(−σ²τ(t)/8) the sums of the statement's two lines are premium = Σ V σ²/8·Δt and bleed = −Σ V/8·(ΔS/S)², each at the start of
 * its step. Steps after expiry, in which no claim is alive, are left out. The result is the σ at which they cancel; L does not matter. As σ² is a weighted mean of (ΔS/S)²/Δt with weights that depend on it only through
 * exp(−σ²τ/8), it is found from the estimate without that factor, inside a bracket, to 1e-14 of σ². It is the only one while σ²·(time of the path) < 8.
 *
 * @param prices at least two, quote per base, positive
 * @param taus time to expiry at each price, in years, falling; 0 or less once expired
 * @returns volatility a year; 0 for a path that never moves
 * @throws RangeError when the columns differ in length, are too short, or no time passes
 */
export function implyVolatility(prices: readonly number[], taus: readonly number[]): number {
  const steps = stepsOf(prices, taus);
  const [moved, passed] = weighted(steps, 0);
  if (!(passed > 0)) throw new RangeError(`no time passes over ${prices.length} prices`);
  const first = moved / passed;
  if (first === 0) return 0;

  const surplus = (variance: number): number => {
    const [bleed, time] = weighted(steps, variance);
    return variance * time - bleed;
  };
  let low = first;
  let high = first;
  while (surplus(low) > 0) low *= 0.75;
  while (surplus(high) < 0) high *= 1.25;
  return Math.sqrt(bisect(surplus, low, high));
}

interface Step {
  readonly root: number;
  /** Time to expiry above that at the path's end, in years. */
  readonly before: number;
  readonly time: number;
  readonly squaredReturn: number;
}

function stepsOf(prices: readonly number[], taus: readonly number[]): readonly Step[] {
  if (prices.length !== taus.length || prices.length < 2) {
    throw new RangeError(`needs two or more prices, each with its time: ${prices.length} and ${taus.length}`);
  }
  const left = taus.map((tau) => Math.max(tau, 0));
  const end = left[left.length - 1]!;
  const steps = prices.slice(1).map((price, i) => {
    const spot = prices[i]!;
    const simpleReturn = (price - spot) / spot;
    return {
      root: Math.sqrt(spot),
      before: left[i]! - end,
      time: left[i]! - left[i + 1]!,
      squaredReturn: simpleReturn * simpleReturn,
    };
  });
  return steps.filter(({ time }) => time > 0);
}

/** Sums of squared returns and of time, both weighted with the claim's value at this variance. */
function weighted(steps: readonly Step[], variance: number): readonly [moved: number, passed: number] {
  let moved = 0;
  let passed = 0;
  for (const { root, before, time, squaredReturn } of steps) {
    const weight = variance === 0 ? root : root * Math.exp(-0.125 * variance * before);
    moved += weight * squaredReturn;
    passed += weight * time;
  }
  return [moved, passed];
}

/** The sign change of a function that rises from `low` to `high`, to 1e-14 of its place. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (to - from > 1e-14 * to) {
    const middle = 0.5 * (from + to);
    if (middle === from || middle === to) break;
    if (f(middle) < 0) from = middle;
    else to = middle;
  }
  return 0.5 * (from + to);
}
