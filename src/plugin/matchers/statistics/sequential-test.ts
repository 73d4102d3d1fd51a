import type { Interval } from "../../../core/result.ts";
import { isWithin, type Limit } from "../is-within.ts";
import { lookPlan } from "./look-plan.ts";
import { meanBounds } from "./mean-bounds.ts";

/** What is claimed of a measure's mean over seeds. */
export interface MeanClaim extends Limit {
  /** The measure is never below it; then one seed above a limit that is no higher shows that the mean is, too. */
  readonly floor: number;
  /** At most so many seeds, at least 3. */
  readonly seeds: number;
  /** Chance that neither answer is wrong at any look, each by itself; in (½, 1). */
  readonly level: number;
}

/** What a test over seeds came to. */
export interface SequentialResult {
  readonly answer: "within" | "beyond" | "unclear";
  /** The measure of each seed that was used, in their order. */
  readonly values: readonly number[];
  readonly mean: number;
  /** Where the mean lies by the bounds of the last look; both ends are the mean where all values are equal or one value alone decided. */
  readonly interval: Interval;
}

/** So many equal values are clear. */
const EQUAL = 3;

/**
 * Whether the mean of a measure is within a limit, by a group-sequential test: after each look of the plan, the mean is shown to lie on one side of the limit
 * when its one-sided bound at that look's share of the error does (repeated confidence intervals: Jennison and Turnbull 2000, Group sequential methods,
 * chapters 9 and 11). The chance of "beyond" where the mean is within the limit, and that of "within" where it is beyond, are each at most 1 − level for a
 * measure that is normal over seeds; the one toward the long tail of a measure with a skewness of 2 or 3, as of short runs, may be twice that. Equal values are
 * clear after three seeds.
 *
 * @param measureOf measure of the seed at this place, from 0; called in order, and no more often than it takes
 */
export async function sequentialTest(claim: MeanClaim, measureOf: (place: number) => Promise<number>): Promise<SequentialResult> {
  const looks = lookPlan(claim.seeds, 1 - claim.level);
  const values: number[] = [];
  for (;;) {
    const last = await measureOf(values.length);
    values.push(last);
    const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
    if (isDecidedByOne(claim, last)) return { answer: "beyond", values, mean, interval: [mean, mean] };
    if (values.length >= EQUAL && values.every((each) => each === last))
      return { answer: isWithin(claim, last) ? "within" : "beyond", values, mean: last, interval: [last, last] };
    const look = looks.find(({ seeds }) => seeds === values.length);
    if (look === undefined) continue;
    const interval = meanBounds(values, look.error);
    const [isLowIn, isHighIn] = interval.map((end) => isWithin(claim, end));
    if (isLowIn === isHighIn) return { answer: isLowIn === true ? "within" : "beyond", values, mean, interval };
    if (values.length >= claim.seeds) return { answer: "unclear", values, mean, interval };
  }
}

function isDecidedByOne({ bound, limit, floor }: MeanClaim, value: number): boolean {
  return bound === "at most" && limit <= floor && value > limit;
}
