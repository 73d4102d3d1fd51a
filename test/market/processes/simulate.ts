import { pathStream } from "../../../src/core/path-stream.ts";
import type { PriceProcess } from "../../../src/market/processes/price-process.ts";

export const DAYS_PER_YEAR = 365;

/** Mean and its standard error. */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
}

export function estimate(sample: ArrayLike<number>): Estimate {
  const n = sample.length;
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += sample[i]! / n;
  let square = 0;
  for (let i = 0; i < n; i += 1) square += (sample[i]! - mean) * (sample[i]! - mean);
  return { mean, standardError: Math.sqrt(square / (n - 1) / n) };
}

/** End of each path relative to its start, after so many steps of equal length. */
export function relativeEnds(process: PriceProcess, seed: number, paths: number, steps: number, days: number): Float64Array {
  return Float64Array.from({ length: paths }, (_, path) => {
    const next = process.begin(pathStream(seed, path));
    let log = 0;
    for (let i = 0; i < steps; i += 1) log += next(days / steps);
    return Math.exp(log);
  });
}

/** A call on 100 per path, discounted. */
export function callValue(ends: Float64Array, strike: number, rate: number, years: number): Estimate {
  return estimate(ends.map((end) => Math.exp(-rate * years) * Math.max(100 * end - strike, 0)));
}
