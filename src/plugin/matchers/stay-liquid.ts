import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { depthLeft } from "./measures/depth-left.ts";
import { runningMost } from "./measures/running-most.ts";
import { placeOf } from "./place-of.ts";

/**
 * `stayLiquid(share)`: at its thinnest the pool was still so deep.
 *
 * Measure: the smallest, over all blocks and both sides, of `series.depthDown2` and `series.depthUp2` over their values at the start: the quote that moves the
 * pool's price by 2 %. Within when it is at least `share`. Of a pool with x·y = k it falls with the square root of the price even when nobody leaves: to 0.71
 * when the price halves.
 *
 * @param given share, from 0 to 1
 */
export function stayLiquid(given: readonly unknown[]): Claim {
  checkCount("stayLiquid", given, 1);
  const limit = checkNumber("stayLiquid", given[0], { name: "the share", least: 0, most: 1 });
  const left = ({ crash }: MatchedRun): readonly number[] => depthLeft(crash.series);
  const missing = (run: MatchedRun): readonly number[] => left(run).map((each) => -each);
  return {
    matcher: "stayLiquid",
    given,
    needsExtraction: false,
    bound: "at least",
    limit,
    floor: 0,
    measure: (run) => left(run).reduce((least, each) => Math.min(least, each), Infinity),
    course: (run) => runningMost(missing(run)).map((each) => -each),
    worst: (run) => placeOf(missing(run), -Infinity),
    cut: "first",
    unit: "share",
    words: {
      who: (pool) => pool,
      wanted: (text) => `keep at least ${text} of its depth within 2 %`,
      found: (value) => `it kept ${value}`,
    },
  };
}
