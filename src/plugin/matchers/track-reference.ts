import { ascending, quantile } from "../../ledger/measures/quantile.ts";
import { significant } from "../../report/number-format.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import { checkOptions } from "./arguments/check-options.ts";
import type { Claim } from "./claim.ts";
import { gaps } from "./measures/gaps.ts";
import { runningQuantile } from "./measures/running-quantile.ts";
import { placeOf } from "./place-of.ts";

/**
 * `trackReference(share, { quantile = 0.95 })`: the pool's price stood near the reference in most blocks.
 *
 * Measure: the quantile over all blocks, the start included, of |`series.poolPrice`/reference − 1|, between two blocks by interpolation (Hyndman and Fan 1996,
 * type 7); at 0.95 it is the result's `pool.gap.p95`. Within when it is at most `share`.
 *
 * @param given share, from 0 to 1; options with `quantile`, from 0 to 1
 */
export function trackReference(given: readonly unknown[]): Claim {
  checkCount("trackReference", given, 2);
  const limit = checkNumber("trackReference", given[0], { name: "the share", least: 0, most: 1 });
  const options = checkOptions("trackReference", given[1], ["quantile"]);
  const p = checkNumber("trackReference", options.quantile ?? 0.95, { name: "the quantile", least: 0, most: 1 });
  return {
    matcher: "trackReference",
    given,
    needsExtraction: false,
    bound: "at most",
    limit,
    floor: 0,
    measure: ({ crash }) => quantile(ascending(gaps(crash.series)), p),
    course: ({ crash }) => runningQuantile(gaps(crash.series), p),
    worst: ({ crash }) => placeOf(gaps(crash.series), 0),
    cut: p === 1 ? "first" : "last",
    unit: "share",
    words: {
      who: (pool) => pool,
      wanted: (text) => `stay within ${text} of the reference ${p === 1 ? "in every block" : `in ${significant(p * 100)} % of blocks`}`,
      found: (value) => (p === 1 ? `it was up to ${value} away` : `it was up to ${value} away in as many`),
    },
  };
}
