import { randomNormal } from "d3-random";
import type { Random } from "../core/random.ts";

const SECONDS_PER_DAY = 86_400;

/**
 * Geometric Brownian motion, exact at the given times: S·exp((μ − σ²/2)·dt + σ·√dt·Z), theory 8. With no drift the expected price is the
 * start price at every time.
 *
 * @param start quote per base at `times[0]`, positive
 * @param driftPerDay μ
 * @param volatilityPerDay σ per square root of a day, at least 0
 * @param times unix seconds, ascending
 * @returns one price a time
 */
export function gbmPrices(
  start: number,
  driftPerDay: number,
  volatilityPerDay: number,
  times: readonly number[],
  random: Random,
): Float64Array {
  const normal = randomNormal.source(random)();
  const prices = new Float64Array(times.length);
  const drift = driftPerDay - (volatilityPerDay * volatilityPerDay) / 2;
  let price = start;
  times.forEach((time, i) => {
    if (i > 0) {
      const days = (time - (times[i - 1] ?? time)) / SECONDS_PER_DAY;
      price *= Math.exp(drift * days + volatilityPerDay * Math.sqrt(days) * normal());
    }
    prices[i] = price;
  });
  return prices;
}
