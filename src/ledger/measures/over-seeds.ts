import type { SeedEstimate } from "../../core/comparison.ts";
import { pairedDifference } from "./paired-difference.ts";

/** Mean of a number of each seed, and where it lies at 95 % by Student's t; with a second list, of the differences of pairs. */
export function overSeeds(values: readonly number[], less: readonly number[] = values.map(() => 0)): SeedEstimate {
  const { difference: value, interval } = pairedDifference(values, less);
  return { value, interval };
}
