import { InputError } from "../../core/errors.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { leaks } from "./measures/leaks.ts";
import { placeOf } from "./place-of.ts";

/**
 * `leakAtMost(share)`: those who live on what others leave took no more than a share of what traders traded.
 *
 * Measure, of a run about extraction (what `runMev` does; `crashOf` is run so): the sum of `profit` over all rows of `searchers`, arbitrageurs among them and
 * all costs included, over the sum of `volume` over all rows of `traders`. Of a plain result: −(last of `series.cumulativeArbitrageMarkout`) over the volume of
 * all swaps but those of arbitrage, which is what arbitrage gained on the pool at the reference price of each block, before gas and before the cost of its
 * other leg. Within when it is at most `share`. Not defined where nobody traded.
 *
 * @param given share, from 0 to 1
 */
export function leakAtMost(given: readonly unknown[]): Claim {
  checkCount("leakAtMost", given, 1);
  const limit = checkNumber("leakAtMost", given[0], { name: "the share", least: 0, most: 1 });
  return {
    matcher: "leakAtMost",
    given,
    needsExtraction: true,
    bound: "at most",
    limit,
    floor: -Infinity,
    measure: (run) => {
      const leak = run.mev === null ? (leaks(run.crash).at(-1) ?? NaN) : takenShare(run.mev);
      if (Number.isFinite(leak)) return leak;
      throw new InputError("MEASURE_ABSENT", "nobody traded in the run, so there is no volume to compare with", {
        value: `${run.crash.crash.blocks} blocks`,
        allowed: "a longer run, or agents.turnover above 0",
      });
    },
    course: ({ crash, mev }) => (mev === null ? leaks(crash) : null),
    worst: mostTaken,
    cut: "last",
    unit: "share",
    words: {
      who: (pool) => pool,
      wanted: (text) => `leak at most ${text} of what traders traded`,
      found: (value) => (value.startsWith("−") ? `those who extract lost ${value.slice(1)}` : `it leaked ${value}`),
    },
  };
}

function takenShare({ searchers, traders }: NonNullable<MatchedRun["mev"]>): number {
  const volume = traders.reduce((sum, each) => sum + each.volume, 0);
  return volume === 0 ? NaN : searchers.reduce((sum, each) => sum + each.profit, 0) / volume;
}

/** Row of the block in which most was taken. */
function mostTaken({ crash: { series }, mev }: MatchedRun): number | null {
  if (mev === null) {
    const sums = series.cumulativeArbitrageMarkout;
    return placeOf(
      sums.map((sum, i) => (sums[i - 1] ?? 0) - sum),
      0,
    );
  }
  const taken = new Map<number, number>();
  mev.extractions.block.forEach((block, i) => taken.set(block, (taken.get(block) ?? 0) + (mev.extractions.net[i] ?? 0)));
  return placeOf(
    series.block.map((block) => taken.get(block) ?? 0),
    0,
  );
}
