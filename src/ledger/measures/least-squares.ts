/** A line through fewer points says nothing. */
const FEWEST = 5;

/** A line through points, and how well its slope is known. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Of the slope. */
  readonly standardError: number;
  readonly points: number;
}

/**
 * Least squares with an intercept. The slope's standard error is White's (1980, A heteroskedasticity-consistent covariance matrix estimator and a direct test for
 * heteroskedasticity, Econometrica 48:817–838) times √(n/(n − 2)): it holds where points scatter more in wild times than in quiet ones, as in a crash they
 * do. It takes the points' errors to be independent of each other.
 *
 * @returns null for fewer than five points and where x does not move
 */
export function leastSquares(x: readonly number[], y: readonly number[]): Line | null {
  const points = x.length;
  if (points < FEWEST) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / points;
  const [mx, my] = [mean(x), mean(y)];
  let [xx, xy] = [0, 0];
  for (const [i, each] of x.entries()) {
    const dx = each - mx;
    xx += dx * dx;
    xy += dx * ((y[i] ?? NaN) - my);
  }
  if (xx === 0) return null;
  const slope = xy / xx;
  let spread = 0;
  for (const [i, each] of x.entries()) {
    const dx = each - mx;
    const weighted = dx * ((y[i] ?? NaN) - my - slope * dx);
    spread += weighted * weighted;
  }
  return { slope, intercept: my - slope * mx, standardError: Math.sqrt((spread * points) / (points - 2)) / xx, points };
}
