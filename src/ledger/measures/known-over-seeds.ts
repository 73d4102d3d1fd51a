import type { SeedEstimate } from "../../core/comparison.ts";
import { overSeeds } from "./over-seeds.ts";

/** The same of a number that a run may not have; null where one has not. */
export function knownOverSeeds(values: readonly (number | null)[]): SeedEstimate | null {
  return values.every((each) => each !== null) ? overSeeds(values) : null;
}
