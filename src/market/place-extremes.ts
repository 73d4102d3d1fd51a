import type { Random } from "../core/random.ts";
import type { Bar } from "./bars.ts";

/** A sample that stands on an extreme of its bar. */
export interface PlacedExtreme {
  /** Of the sample among the bar's. */
  readonly index: number;
  readonly side: "low" | "high";
}

/**
 * Which samples of a bar stand on its two extremes.
 *
 * The order is drawn. A Brownian path from the open meets the low before the high with odds ln(H/O) : ln(O/L) (gambler's ruin), and the same holds
 * backwards from the close; the odds for "low first" are the product of both. The three legs open → extreme → extreme → close take shares of the
 * bar in proportion to their lengths in log price, each times a gamma variate of shape 2: a leg of no length takes no time, and extremes crowd toward the
 * ends of the bar as a Brownian path's do (arcsine law).
 *
 * @param times sample times within the bar, ascending
 * @returns the two extremes in order of time, each with the sample that stands on it; fewer where there are fewer samples, the extreme farther from
 * the open first. A sample at the very start of the bar is the open, and stands on an extreme only if the open is one.
 */
export function placeExtremes(bar: Bar, seconds: number, times: readonly number[], random: Random): PlacedExtreme[] {
  const [open, high, low, close] = [Math.log(bar.open), Math.log(bar.high), Math.log(bar.low), Math.log(bar.close)];
  const lowFirst = (high - open) * (close - low);
  const highFirst = (open - low) * (high - close);
  const draw = random();
  const isLowFirst = lowFirst + highFirst > 0 ? draw * (lowFirst + highFirst) < lowFirst : draw < 0.5;
  const [first, second]: readonly PlacedExtreme["side"][] = isLowFirst ? ["low", "high"] : ["high", "low"];
  if (first === undefined || second === undefined) return [];
  const log = { low, high };

  const legs = [Math.abs(log[first] - open), high - low, Math.abs(close - log[second])].map(
    (length) => -length * (Math.log(1 - random()) + Math.log(1 - random())),
  );
  const [leg1 = 0, leg2 = 0, leg3 = 0] = legs;
  const total = leg1 + leg2 + leg3;
  const at1 = bar.time + (total > 0 ? (seconds * leg1) / total : 0);
  const at2 = bar.time + (total > 0 ? (seconds * (leg1 + leg2)) / total : 0);

  const start = times[0] === bar.time && open !== log[first] ? 1 : 0;
  const last = times.length - 1;
  if (start > last) return [];
  if (start === last) return [{ index: start, side: Math.abs(log[first] - open) > Math.abs(log[second] - open) ? first : second }];
  const index1 = nearest(times, at1, start);
  const index2 = Math.max(nearest(times, at2, start), Math.min(index1 + 1, last));
  return [
    { index: Math.min(index1, index2 - 1), side: first },
    { index: index2, side: second },
  ];
}

/** Index from `start` on of the time closest to the one given. */
function nearest(times: readonly number[], time: number, start: number): number {
  let best = start;
  for (let i = start + 1; i < times.length; i += 1)
    if (Math.abs((times[i] ?? Infinity) - time) < Math.abs((times[best] ?? Infinity) - time)) best = i;
  return best;
}
