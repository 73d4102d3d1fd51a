import type { Estimate } from "../../core/sweep-summary.ts";
import type { Moments } from "./moments.ts";
import { twoSidedT } from "./two-sided-t.ts";

/**
 * What the mean of each column says of its expectation: mean ± t·s/√n, with n − 1 degrees of freedom. Where all values are the same the standard error
 * is 0, and both ends of the interval are that value.
 */
export function estimatesOf({ count, means, deviations }: Moments): readonly Estimate[] {
  const t = count === 1 ? NaN : twoSidedT(count - 1);
  return Array.from(means, (mean, column): Estimate => {
    if (count === 1) return { mean, standardError: null, interval: null };
    const standardError = deviations[column]! / Math.sqrt(count);
    return { mean, standardError, interval: [mean - t * standardError, mean + t * standardError] };
  });
}
