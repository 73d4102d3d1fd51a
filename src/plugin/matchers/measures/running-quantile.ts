import { quantile } from "../../../ledger/measures/quantile.ts";

/** The quantile `p` of the first one, two, … of the numbers, each between two of them by interpolation. */
export function runningQuantile(values: readonly number[], p: number): readonly number[] {
  const sorted: number[] = [];
  return values.map((value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? NaN) <= value) low = middle + 1;
      else high = middle;
    }
    sorted.splice(low, 0, value);
    return quantile(sorted, p);
  });
}
