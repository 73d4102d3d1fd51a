/** Sample moments: mean, standard deviation, skewness and excess kurtosis (Fisher's). */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
  readonly skewness: number;
  readonly excessKurtosis: number;
  /** Standard error of the mean. */
  readonly standardError: number;
}

export function moments(sample: readonly number[]): Moments {
  const n = sample.length;
  const mean = sample.reduce((sum, x) => sum + x, 0) / n;
  let [m2, m3, m4] = [0, 0, 0];
  for (const x of sample) {
    const square = (x - mean) * (x - mean);
    m2 += square / n;
    m3 += (square * (x - mean)) / n;
    m4 += (square * square) / n;
  }
  const deviation = Math.sqrt((m2 * n) / (n - 1));
  return {
    mean,
    deviation,
    skewness: m3 / (m2 * Math.sqrt(m2)),
    excessKurtosis: m4 / (m2 * m2) - 3,
    standardError: deviation / Math.sqrt(n),
  };
}
