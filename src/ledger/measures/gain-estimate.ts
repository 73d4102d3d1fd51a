import type { Interval } from "../../core/result.ts";
import { leastSquares } from "./least-squares.ts";
import { pairedDifference } from "./paired-difference.ts";
import { studentQuantile } from "./student.ts";
import { gainOfVarianceRatio, varianceRatio } from "./variance-ratio.ts";

/** The loop gain of one run, measured in two ways. */
export interface GainEstimate {
  /** By regression. */
  readonly gain: number;
  /** Over blocks. */
  readonly standardError: number;
  /** At 95 %, over blocks. */
  readonly interval: Interval;
  /** By variance ratio; null where the agents leave no trace. */
  readonly byVarianceRatio: number | null;
  /** Blocks that the regression saw. */
  readonly blocks: number;
}

/**
 * Measures how much of a return comes back one block later through agents who react to it, on a run with the agents and its twin without them, of the
 * same seed: d(t) = r_on(t) − r_off(t) is what the agents did to the price.
 *
 * The regression is of d(t) on r_on(t − 1), the return that the agents saw, with an intercept. Where agents answer the last return alone and
 * the price without them does not depend on them, d(t) = g(t)·r_on(t − 1), and the slope is the mean of g(t) weighted with r_on(t − 1)²: the gain in the moves that
 * matter, which for an option's gamma is not the gain at the start. The price's own autocorrelation does not disturb it, as r_off is taken out. What
 * it does not see or gets wrong:
 * - what is answered within the same block, which moves r_on(t − 1) itself, and what is answered more than one block later (a band, a fee, a pool that is
 *   arbitraged late): only the part that falls on a lag of one counts, so slow agents have a gain nearer to 0 than their reaction;
 * - agents' trades of other motives are noise; through r_on they bias the slope by about −(1 + 3g)·s/n, s being their share in the variance of what is new in
 *   r_on and n the blocks (Stambaugh 1999, Predictive regressions, Journal of Financial Economics 54:375–421; Kendall 1954 for s = 1), small beside the
 *   standard error;
 * - the standard error takes blocks to be independent; a gain that wanders slowly is known less well than it says. Over many seeds use `gainOverSeeds`.
 *
 * The variance ratio of d over `horizon` blocks does not need to know what the agents saw: if r_off has no memory and the agents answer only the last return, r_on and
 * with it d is autoregressive with coefficient g. Memory of r_off goes into it in full, and so does a gain that changes; it is noisier by far. It is there
 * to disagree: where the two differ beyond their spread over seeds, agents answer at other lags than one.
 *
 * @param on prices with the agents, one a block
 * @param off prices without them at the same blocks
 * @param horizon k of the variance ratio, in blocks
 * @returns null for runs of fewer than six returns, and for a price that stands still
 */
export function gainEstimate(on: readonly number[], off: readonly number[], horizon: number): GainEstimate | null {
  const [seen, without] = [logReturns(on), logReturns(off)];
  const difference = seen.map((each, i) => each - (without[i] ?? NaN));
  const line = leastSquares(seen.slice(0, -1), difference.slice(1));
  if (line === null) return null;
  const half = studentQuantile(line.points - 2) * line.standardError;
  const ratio = varianceRatio(difference.slice(1), horizon);
  return {
    gain: line.slope,
    standardError: line.standardError,
    interval: [line.slope - half, line.slope + half],
    byVarianceRatio: ratio === null ? null : gainOfVarianceRatio(ratio, horizon),
    blocks: line.points,
  };
}

/**
 * The mean gain of runs that differ in their seed alone, and where it lies at 95 % by Student's t: the interval that counts, as it asks nothing of the
 * blocks within a run. Null for fewer than three.
 */
export function gainOverSeeds(gains: readonly number[]): { readonly gain: number; readonly interval: Interval | null } {
  const { difference, interval } = pairedDifference(
    gains,
    gains.map(() => 0),
  );
  return { gain: difference, interval };
}

function logReturns(prices: readonly number[]): readonly number[] {
  return prices.slice(1).map((each, i) => Math.log(each / (prices[i] ?? NaN)));
}
