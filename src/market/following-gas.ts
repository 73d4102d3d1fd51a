import type { PriceE8 } from "../core/words.ts";
import type { GasPercentiles, GasPrices } from "./gas-prices.ts";
import { recentVolatility } from "./recent-volatility.ts";

/** No price is driven above this, gwei: forty times the dearest tenth of 19 May 2021, and what wallets are filled for. */
const DEAREST = 100_000;

/**
 * Gas prices that follow a path's volatility, as when everybody wants into the block at once: in proportion to that of the last hour over the usual
 * one. On the two recorded days they followed it with a power of 1.12 and 0.99: see "Gas" in `docs/calibration.md`.
 *
 * @param path reference prices and their times, unix seconds, rising; before the first, gas costs what it costs usually
 * @param usualPerDay usual volatility, square root of the variance a day
 * @param usual what gas costs then, gwei
 */
export function followingGas(
  path: { readonly times: readonly number[]; readonly prices: readonly PriceE8[] },
  usualPerDay: number,
  usual: GasPercentiles,
): GasPrices {
  const { times } = path;
  const prices = path.prices.map(Number);
  const volatility = recentVolatility(usualPerDay);
  const multiples = times.map((time, i) => {
    if (i > 0) volatility.observe(prices[i - 1] ?? NaN, prices[i] ?? NaN, time - (times[i - 1] ?? NaN));
    return volatility.ratio();
  });
  const most = Math.max(1, DEAREST / usual.p90);
  return {
    at(time) {
      const multiple = Math.min(most, multiples[lastNotAfter(times, time)] ?? 1);
      return { p30: usual.p30 * multiple, p60: usual.p60 * multiple, p90: usual.p90 * multiple };
    },
  };
}

/** Place of the last of these times that is not after one; −1 where all are. */
function lastNotAfter(times: readonly number[], time: number): number {
  let [low, high] = [-1, times.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle;
    else high = middle;
  }
  return low;
}
