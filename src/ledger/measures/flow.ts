import type { FlowHorizon, FlowReport } from "../../core/result.ts";

const HORIZONS: readonly FlowHorizon[] = [1, 50, 300, 1200];
/** A line through fewer windows says nothing. */
const FEWEST_WINDOWS = 5;

/**
 * Which way a participant traded: its net purchase, the slope of its purchase on the log return over several horizons (theory 4.6, T1), and how much
 * of its selling fell into the worst tenth of blocks (T8).
 *
 * @param netBase running net purchase of base, in tokens, one entry a block from block 0
 * @param price reference price at the same blocks
 * @param benchmarkSlope slope of a fee-free pool of this value, or null
 */
export function flowReport(
  participant: string,
  netBase: readonly number[],
  price: readonly number[],
  benchmarkSlope: number | null,
): FlowReport {
  const purchase = steps(netBase).map((base, i) => base * (price[i + 1] ?? NaN));
  const returns = steps(price.map((each) => Math.log(each)));
  const slopes = HORIZONS.map((horizon) => ({ horizon, ...slopeOver(horizon, returns, purchase) }));
  return {
    participant,
    netBase: (netBase.at(-1) ?? 0) - (netBase[0] ?? 0),
    netQuote: purchase.reduce((sum, each) => sum + each, 0),
    slopes,
    benchmarkSlope,
    shareSoldInWorstTenth: shareSoldInWorstTenth(returns, purchase),
  };
}

/** Least squares over windows that do not overlap, with an intercept. */
function slopeOver(
  horizon: number,
  returns: readonly number[],
  purchase: readonly number[],
): { slope: number | null; standardError: number | null } {
  const windows = Math.floor(returns.length / horizon);
  if (windows < FEWEST_WINDOWS) return { slope: null, standardError: null };
  const sums = (values: readonly number[]): number[] =>
    Array.from({ length: windows }, (_, w) => values.slice(w * horizon, (w + 1) * horizon).reduce((sum, each) => sum + each, 0));
  const [x, y] = [sums(returns), sums(purchase)];
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / windows;
  const [mx, my] = [mean(x), mean(y)];
  const sxx = x.reduce((sum, each) => sum + (each - mx) * (each - mx), 0);
  if (sxx === 0) return { slope: null, standardError: null };
  const slope = x.reduce((sum, each, i) => sum + (each - mx) * ((y[i] ?? 0) - my), 0) / sxx;
  const residual = y.reduce((sum, each, i) => {
    const off = each - my - slope * ((x[i] ?? 0) - mx);
    return sum + off * off;
  }, 0);
  return { slope, standardError: Math.sqrt(residual / (windows - 2) / sxx) };
}

/** The tenth of blocks with the lowest returns; of equal returns the earlier blocks. */
function shareSoldInWorstTenth(returns: readonly number[], purchase: readonly number[]): number | null {
  const worst = returns
    .map((_, i) => i)
    .sort((a, b) => (returns[a] ?? 0) - (returns[b] ?? 0) || a - b)
    .slice(0, Math.ceil(returns.length / 10));
  const sold = (amount: number): number => Math.max(0, -amount);
  const all = purchase.reduce((sum, each) => sum + sold(each), 0);
  return all === 0 ? null : worst.reduce((sum, i) => sum + sold(purchase[i] ?? 0), 0) / all;
}

function steps(cumulative: readonly number[]): readonly number[] {
  return cumulative.slice(1).map((each, i) => each - (cumulative[i] ?? 0));
}
