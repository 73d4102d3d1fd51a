import type { Spread } from "../../../src/core/sweep-summary.ts";

/** How values are spread, by the plainest sums; Student's t is taken as 1.96 + 2.4 / (n − 1), which will do for a fixture. */
export function spreadOf(values: Float64Array, probabilities: readonly number[], tails: readonly number[]): Spread {
  const sorted = values.slice().sort();
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const deviation = n < 2 ? null : Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (n - 1));
  const standardError = deviation === null ? null : deviation / Math.sqrt(n);
  const half = standardError === null ? null : standardError * (1.96 + 2.4 / (n - 1));
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * n) - 1)]!;
  return {
    mean,
    standardError,
    interval: half === null ? null : [mean - half, mean + half],
    deviation,
    least: sorted[0]!,
    greatest: sorted[n - 1]!,
    quantiles: probabilities.map(at),
    valueAtRisk: tails.map((tail) => -at(tail)),
    expectedShortfall: tails.map((tail) => {
      const worst = sorted.slice(0, Math.max(1, Math.ceil(tail * n)));
      return -worst.reduce((sum, value) => sum + value, 0) / worst.length;
    }),
  };
}
