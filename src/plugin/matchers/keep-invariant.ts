import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { invariantFalls } from "./measures/invariant-falls.ts";
import { runningMost } from "./measures/running-most.ts";
import { placeOf } from "./place-of.ts";

/**
 * `keepInvariant(tolerance = 0)`: √(xy) of the pool never falls from one block to the next but for liquidity that leaves.
 *
 * Measure: the largest fall in a block, 1 − (√(x′y′)/√(xy))/ℓ as a share, where x, y are `series.reserveBase` and `series.reserveQuote` and ℓ is what liquidity
 * that left or came in the block made of √(xy), found from `swaps`; 1 where `pool.liquidityChange` is 0. Within when it is at most `tolerance`. A fall below
 * 10^−12 is rounding and counts as none.
 *
 * @param given tolerance, a share of √(xy) from 0 to 1
 */
export function keepInvariant(given: readonly unknown[]): Claim {
  checkCount("keepInvariant", given, 1);
  const [tolerance = 0] = given;
  const limit = checkNumber("keepInvariant", tolerance, { name: "the tolerance", least: 0, most: 1 });
  const falls = ({ crash }: MatchedRun): readonly number[] => invariantFalls(crash);
  return {
    matcher: "keepInvariant",
    given,
    needsExtraction: false,
    bound: "at most",
    limit,
    floor: 0,
    measure: (run) => falls(run).reduce((most, each) => Math.max(most, each), 0),
    course: (run) => runningMost(falls(run)),
    worst: (run) => placeOf(falls(run), 0),
    cut: "first",
    unit: "share",
    words: {
      who: (pool) => pool,
      wanted: (text) => (limit === 0 ? "keep its invariant" : `keep its invariant to within ${text}`),
      found: (value, run) => (falls(run).some((each) => each > 0) ? `√(xy) fell by up to ${value} in a block` : "√(xy) never fell"),
    },
  };
}
