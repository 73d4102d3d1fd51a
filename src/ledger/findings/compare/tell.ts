import type { SeedEstimate, Told } from "../../../core/comparison.ts";

/**
 * On which side of `origin` a number lies.
 *
 * @param nothing an interval within so much of the origin says that there is no difference to speak of
 * @returns open without an interval, and where it holds the origin and reaches beyond that
 */
export function tell({ interval }: SeedEstimate, origin = 0, nothing = 0): Exclude<Told, "mixed"> {
  if (interval === null) return "open";
  const [low, high] = [interval[0] - origin, interval[1] - origin];
  if (!(low <= high)) return "open";
  if (low >= -nothing && high <= nothing && nothing > 0) return "none";
  return low > 0 ? "above" : high < 0 ? "below" : "open";
}
