import type { Random } from "../../core/random.ts";
import type { PriceProcess } from "./price-process.ts";

const SECONDS_PER_DAY = 86_400;

/**
 * Draws one path into an array of the caller.
 *
 * @param prices one for each time; all are overwritten
 * @param start quote per base at the first time, positive
 * @param times seconds, ascending
 * @throws RangeError if there are not as many times as prices
 */
export function fillPrices(prices: Float64Array, process: PriceProcess, start: number, times: ArrayLike<number>, random: Random): void {
  if (times.length !== prices.length) throw new RangeError(`${times.length} times for ${prices.length} prices`);
  const next = process.begin(random);
  // Two loops, because the call of `exp` would spill the generator's state in each step: a sixth faster with Brownian motion.
  for (let i = 1; i < prices.length; i += 1) prices[i] = next((times[i]! - times[i - 1]!) / SECONDS_PER_DAY);
  let log = 0;
  prices[0] = start;
  for (let i = 1; i < prices.length; i += 1) {
    log += prices[i]!;
    prices[i] = start * Math.exp(log);
  }
}
