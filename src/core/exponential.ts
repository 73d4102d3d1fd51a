import type { Random } from "./random.ts";

/** An exponential waiting time of mean 1, at least 0, by inversion of one uniform. */
export function exponential(random: Random): number {
  return -Math.log(1 - random());
}
