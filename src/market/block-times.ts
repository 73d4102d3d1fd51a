import { randomExponential } from "d3-random";
import type { Random } from "../core/random.ts";

/**
 * Timestamps of blocks, in whole unix seconds and strictly increasing, as the chain wants them.
 *
 * A Poisson process is drawn in continuous time and its arrivals are rounded, each at least 1 s after the one before; because arrivals are rounded
 * and not gaps, the mean gap is the stated one (gaps of at least 1 s would be 0.3 % too long at 13.2 s).
 *
 * @param process `poisson` before September 2022, `fixed` after
 * @param meanSeconds mean time between blocks, at least 1
 * @param from time of the state before the first block, the first entry
 * @param to the last entry is no later
 */
export function blockTimes(process: "poisson" | "fixed", meanSeconds: number, from: number, to: number, random: Random): number[] {
  if (!(meanSeconds >= 1)) throw new RangeError(`mean time between blocks below 1 s: ${meanSeconds}`);
  const gap = process === "poisson" ? randomExponential.source(random)(1 / meanSeconds) : () => meanSeconds;
  const times = [from];
  let arrival = from;
  for (let last = from; ;) {
    arrival += gap();
    last = Math.max(last + 1, Math.round(arrival));
    if (last > to) return times;
    times.push(last);
  }
}
