import type { SeedEstimate } from "../../core/comparison.ts";

/** A number with its interval, for a cell: `−0.94`, and below it `−0.97 to −0.91`. */
export interface EstimateText {
  readonly value: string;
  readonly interval: string;
}

/** An estimate in its own format; `–` for what there is not. */
export function estimateText(estimate: SeedEstimate | null, format: (value: number) => string): EstimateText {
  if (estimate === null) return { value: "–", interval: "" };
  const { value, interval } = estimate;
  return { value: format(value), interval: interval === null ? "" : `${format(interval[0])} to ${format(interval[1])}` };
}
