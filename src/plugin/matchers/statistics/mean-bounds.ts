import type { Interval } from "../../../core/result.ts";
import { oneSidedT } from "./one-sided-t.ts";

/**
 * Where a mean lies, each end by itself with a chance of error of `tail`: the wider, at each end, of Student's t and of Hall's transformation, which takes the
 * skewness of the numbers out of the studentised mean (Hall 1992, On the removal of skewness by transformation, J. R. Statist. Soc. B 54:221–228, equation
 * 2.1): with T = (mean − μ)/s and skewness γ, g(T) = T + γT²/3 + γ²T³/27 + γ/(6n) is nearly symmetric. Losses and gaps are skewed, and by Student's t alone the
 * end toward their long tail would come too near. Numbers that are all the same have both ends at their mean.
 *
 * @param values at least two
 * @param tail above 0, at most ½
 */
export function meanBounds(values: readonly number[], tail: number): Interval {
  const count = values.length;
  const mean = values.reduce((sum, each) => sum + each, 0) / count;
  const power = (of: (distance: number) => number): number => values.reduce((sum, each) => sum + of(each - mean), 0);
  const squares = power((distance) => distance * distance);
  const deviation = Math.sqrt(squares / (count - 1));
  const quantile = oneSidedT(tail, count - 1) / Math.sqrt(count);
  const half = quantile * deviation;
  const scale = Math.sqrt(squares / count);
  const skewness = power((distance) => distance * distance * distance) / count / (scale * scale * scale);
  // The inverse of g loses its digits where there is no skewness to take out.
  if (!(Math.abs(skewness) > 1e-6)) return [mean - half, mean + half];
  const inverse = (y: number): number => (3 / skewness) * (Math.cbrt(1 + skewness * (y - skewness / (6 * count))) - 1);
  return [Math.min(mean - half, mean - deviation * inverse(quantile)), Math.max(mean + half, mean - deviation * inverse(-quantile))];
}
