import type { Finding } from "../../core/result.ts";
import { ascending, quantile } from "../measures/quantile.ts";
import type { Unread } from "./unread.ts";
import { percent } from "./words.ts";

/** A rest of this share of the fall is put down to prices and rounding. */
const NOTHING = 0.02;

/** How much worse did a trade get, and did depth fall by more than the price alone explains? */
export function slippageThroughCrash({ series, pool }: Unread): Finding {
  const costs = series.slippageSell100k;
  const sorted = ascending(costs);
  const typical = quantile(sorted, 0.5);
  const worst = costs.reduce((most, each) => Math.max(most, each), 0);
  const depths = series.depthDown2;
  const thinnest = depths.reduce((least, each, i) => (each < (depths[least] ?? Infinity) ? i : least), 0);
  const fall = Math.log((depths[thinnest] ?? NaN) / (depths[0] ?? NaN));
  const byPrice = Math.log((series.poolPrice[thinnest] ?? NaN) / (series.poolPrice[0] ?? NaN)) / 2;
  const left = explain(fall, byPrice);
  const providers =
    pool.liquidityChange === 0
      ? "No provider came or went."
      : `Providers who came and went changed the pool's liquidity by ${percent(Math.expm1(pool.liquidityChange))}.`;
  return {
    id: "slippage-through-crash",
    sentence:
      `Selling $100,000 of base cost ${percent(typical)} in the median block and ${percent(worst)} in the worst. Depth within 2 % fell by ` +
      `${percent(Math.abs(Math.expm1(fall)))} at the thinnest; ${left}. ${providers}`,
    field: "series.slippageSell100k",
    value: typical,
    interval: [quantile(sorted, 0.05), quantile(sorted, 0.95)],
    basis: "median, 5th to 95th percentile of blocks",
  };
}

/** How much of a fall of depth the price alone accounts for: depth follows its square root. Both as differences of logarithms. */
function explain(fall: number, byPrice: number): string {
  const rest = fall - byPrice;
  if (Math.abs(rest) <= NOTHING) return "the square root of the price explains it all";
  if (byPrice > 0)
    return rest < 0 ? "the price had risen by then, so liquidity that left explains it" : "the price and new liquidity only added to it";
  return rest < 0
    ? `the square root of the price explains ${percent(Math.expm1(byPrice))}, liquidity that left the rest`
    : `the square root of the price alone would have taken ${percent(Math.expm1(byPrice))}; fees and new liquidity made up for some`;
}
