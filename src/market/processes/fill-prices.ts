import type { Random } from "../../core/random.ts";
import { standardNormal } from "../../core/standard-normal.ts";
import type { LogReturns, PriceProcess } from "./price-process.ts";

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
  prices[0] = start;
  if (process.normalStep === undefined) fillSteps(prices, process.begin(random), start, times);
  else fillNormalSteps(prices, process.normalStep, start, times, random);
}

// What is drawn is written before any price is: the call of `exp` between draws would spill the generator's state in each step.

function fillSteps(prices: Float64Array, next: LogReturns, start: number, times: ArrayLike<number>): void {
  for (let i = 1; i < prices.length; i += 1) prices[i] = next((times[i]! - times[i - 1]!) / SECONDS_PER_DAY);
  let log = 0;
  for (let i = 1; i < prices.length; i += 1) {
    log += prices[i]!;
    prices[i] = start * Math.exp(log);
  }
}

/** Works mean and deviation out anew only where the length of the step changes: steps of one length are a loop of their own, in which they stay put. */
function fillNormalSteps(
  prices: Float64Array,
  step: NonNullable<PriceProcess["normalStep"]>,
  start: number,
  times: ArrayLike<number>,
  random: Random,
): void {
  const normal = standardNormal(random);
  for (let i = 1; i < prices.length; i += 1) prices[i] = normal();
  let log = 0;
  for (let i = 1; i < prices.length;) {
    const seconds = times[i]! - times[i - 1]!;
    const { mean, deviation } = step(seconds / SECONDS_PER_DAY);
    do {
      log += mean + deviation * prices[i]!;
      prices[i] = start * Math.exp(log);
      i += 1;
    } while (i < prices.length && times[i]! - times[i - 1]! === seconds);
  }
}
