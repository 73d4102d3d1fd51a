import { significant } from "../../report/number-format.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import { checkOptions } from "./arguments/check-options.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { absences } from "./measures/absences.ts";
import { runningMost } from "./measures/running-most.ts";
import { placeOf } from "./place-of.ts";

/**
 * `recoverWithin(seconds, { gap })`: whenever the pool's price was farther than `gap` from the reference, it was back in time.
 *
 * Measure: the longest time, in seconds of the chain, from the first block after which |`series.poolPrice`/reference − 1| is above `gap` to the first after
 * which it is not; of one that is still away at the end, to the last block. Hours in which the market is closed count. 0 where it was never away. Within when
 * it is at most `seconds`.
 *
 * @param given seconds, at least 0; options with `gap`, a share from 0 to 1
 */
export function recoverWithin(given: readonly unknown[]): Claim {
  checkCount("recoverWithin", given, 2);
  const range = { name: "the time", least: 0, most: Number.MAX_SAFE_INTEGER, allowed: "seconds, at least 0" };
  const limit = checkNumber("recoverWithin", given[0], range);
  const options = checkOptions("recoverWithin", given[1], ["gap"]);
  const gap = checkNumber("recoverWithin", options.gap, { name: "the gap", least: 0, most: 1 });
  const away = ({ crash }: MatchedRun): readonly number[] => absences(crash.series, gap);
  const near = `${significant(gap * 100)} % of the reference`;
  return {
    matcher: "recoverWithin",
    given,
    needsExtraction: false,
    bound: "at most",
    limit,
    floor: 0,
    measure: (run) => away(run).reduce((most, each) => Math.max(most, each), 0),
    course: (run) => runningMost(away(run)),
    worst: (run) => placeOf(away(run), 0),
    cut: "first",
    unit: "seconds",
    words: {
      who: (pool) => pool,
      wanted: (text) => `be back within ${near} in at most ${text}`,
      found: (value) => `it was away for ${value}`,
    },
  };
}
