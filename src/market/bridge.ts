import { randomNormal } from "d3-random";
import type { Random } from "../core/random.ts";
import type { Bar } from "./bars.ts";
import { legLogs } from "./leg.ts";
import type { Anchor } from "./leg.ts";
import { placeExtremes } from "./place-extremes.ts";

/** Variance inside a bar over the estimate from its range, (ln H/L)²/(4 ln 2) (Parkinson 1980, The extreme value method); fitted in docs/calibration.md. */
export const FITTED_VARIANCE = 1;

/** Multiples of the fitted variance that a result is shown for. */
export const INTRABAR_LEVELS = { low: 0.4, default: 1, high: 2 } as const;

/**
 * A price path that recorded bars allow.
 *
 * Within a bar it runs from the open over both extremes to the close, stands on the recorded high and low at one sample each, and passes neither. From the
 * close of a bar to the open of the next it jumps; where bars are missing, the last close holds.
 *
 * @param bars ascending in time, at least one
 * @param seconds length of a bar; a list where each has its own
 * @param times unix seconds, ascending; before the first bar its open holds, after the last its close
 * @param variance multiple of the fitted variance inside a bar; 0 runs straight from anchor to anchor
 * @returns one price a time
 */
export function pricesFromBars(
  bars: readonly Bar[],
  seconds: number | readonly number[],
  times: readonly number[],
  variance: number,
  random: Random,
): Float64Array {
  const normal = randomNormal.source(random)();
  const prices = new Float64Array(times.length);
  let next = 0;
  const upTo = (limit: number): number[] => {
    const within: number[] = [];
    while (next + within.length < times.length) {
      const time = times[next + within.length] ?? Infinity;
      if (time >= limit) break;
      within.push(time);
    }
    return within;
  };
  const fill = (values: readonly number[]): void => {
    for (const value of values) prices[next++] = value;
  };
  let held = bars[0]?.open ?? NaN;
  bars.forEach((bar, i) => {
    const length = typeof seconds === "number" ? seconds : (seconds[i] ?? NaN);
    fill(upTo(bar.time).map(() => held));
    fill(pricesInBar(bar, length, upTo(bar.time + length), variance, normal, random));
    held = bar.close;
  });
  fill(upTo(Infinity).map(() => held));
  return prices;
}

/** Prices at sample times within one bar. */
function pricesInBar(
  bar: Bar,
  seconds: number,
  times: readonly number[],
  variance: number,
  normal: () => number,
  random: Random,
): readonly number[] {
  const width = Math.log(bar.high / bar.low);
  const perSecond = (variance * FITTED_VARIANCE * width * width) / (4 * Math.LN2 * seconds);
  const extremes = placeExtremes(bar, seconds, times, random);
  const prices: number[] = times[0] === bar.time && extremes[0]?.index !== 0 ? [bar.open] : [];

  let from: Anchor = { time: bar.time, log: Math.log(bar.open) };
  const walk = (to: Anchor, side: "low" | "high", until: number): void => {
    const extreme = Math.log(bar[side]);
    const logs = legLogs(from, to, extreme, side === "low" ? 1 : -1, width, perSecond, times.slice(prices.length, until), normal);
    // Logarithms round; the recorded extremes are passed by nothing.
    prices.push(...logs.map((log) => Math.min(bar.high, Math.max(bar.low, Math.exp(log)))));
    from = to;
  };
  extremes.forEach(({ index, side }) => {
    walk({ time: times[index] ?? NaN, log: Math.log(bar[side]) }, extremes[0]?.side ?? side, index);
    prices.push(bar[side]);
  });
  const last = extremes.at(-1);
  if (last !== undefined) walk({ time: bar.time + seconds, log: Math.log(bar.close) }, last.side, times.length);
  return prices;
}
