import type { Series } from "../../core/result.ts";
import { ascending, quantile } from "../../ledger/measures/quantile.ts";
import { decimal, significant } from "../../report/number-format.ts";
import { argumentError } from "./arguments/argument-error.ts";
import { checkCount } from "./arguments/check-count.ts";
import { checkNumber } from "./arguments/check-number.ts";
import { checkOneOf } from "./arguments/check-one-of.ts";
import { checkOptions } from "./arguments/check-options.ts";
import type { Claim, MatchedRun } from "./claim.ts";
import { runningQuantile } from "./measures/running-quantile.ts";
import { placeOf } from "./place-of.ts";

const COLUMNS = {
  sell: { 10_000: "slippageSell10k", 100_000: "slippageSell100k", 1_000_000: "slippageSell1m" },
  buy: { 10_000: "slippageBuy10k", 100_000: "slippageBuy100k", 1_000_000: "slippageBuy1m" },
} as const satisfies Record<string, Record<number, keyof Series>>;
const SIZES = [10_000, 100_000, 1_000_000] as const;

/**
 * `slipAtMost(share, { sell | buy, quantile = 1 })`: a trade of this size would have cost no more than a share of its worth.
 *
 * Measure: the quantile over all blocks, the start included, of `series.slippageSell10k` and its like: one less what the trade would have received after the
 * block over what it paid, both at the reference price, fee and impact together. With quantile 1 that is the dearest block; otherwise between two blocks by
 * interpolation (Hyndman and Fan 1996, type 7). Within when it is at most `share`.
 *
 * @param given share, from 0 to 1; options with `sell` or `buy`, 10,000, 100,000 or 1,000,000 dollars, and `quantile`, from 0 to 1
 */
export function slipAtMost(given: readonly unknown[]): Claim {
  checkCount("slipAtMost", given, 2);
  const limit = checkNumber("slipAtMost", given[0], { name: "the share", least: 0, most: 1 });
  const options = checkOptions("slipAtMost", given[1], ["sell", "buy", "quantile"]);
  const { sell, buy } = options;
  if ((sell === undefined) === (buy === undefined))
    throw argumentError(
      "slipAtMost",
      "it wants one size, to sell or to buy",
      given[1] ?? "none",
      `sell or buy, one of ${SIZES.join(", ")}`,
    );
  const side = buy === undefined ? "sell" : "buy";
  const size = checkOneOf("slipAtMost", "size", sell ?? buy, SIZES);
  const p = checkNumber("slipAtMost", options.quantile ?? 1, { name: "the quantile", least: 0, most: 1 });
  const costs = ({ crash }: MatchedRun): readonly number[] => crash.series[COLUMNS[side][size]];
  const blocks = p === 1 ? "in every block" : `in ${significant(p * 100)} % of blocks`;
  return {
    matcher: "slipAtMost",
    given,
    needsExtraction: false,
    bound: "at most",
    limit,
    floor: -Infinity,
    measure: (run) => quantile(ascending(costs(run)), p),
    course: (run) => runningQuantile(costs(run), p),
    worst: (run) => placeOf(costs(run), -Infinity),
    cut: p === 1 ? "first" : "last",
    unit: "share",
    words: {
      who: (pool) => pool,
      wanted: (text) => `slip at most ${text} on ${side === "sell" ? "a sale" : "a purchase"} of ${decimal(size)} dollars ${blocks}`,
      found: (value) => `it slipped ${value}`,
    },
  };
}
