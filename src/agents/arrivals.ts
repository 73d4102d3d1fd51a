import { randomPoisson } from "d3-random";
import type { Random } from "../core/random.ts";

/** Up to this mean the library counts uniform numbers; above it, it would use `Math.pow`, which differs between versions of Node. */
const CHUNK = 10;
/** Above this mean the spread is below 4 % of it, and far more arrive than can be served. */
const CERTAIN = 1_000;

/** How many arrive when `mean` are expected: Poisson, as a sum of Poisson numbers of small means; the mean itself, rounded, above 1,000. */
export function arrivals(mean: number, random: Random): number {
  if (!(mean > 0)) return 0;
  if (mean > CERTAIN) return Math.round(mean);
  const draw = randomPoisson.source(random);
  let count = 0;
  for (let left = mean; left > 0; left -= CHUNK) count += draw(Math.min(left, CHUNK))();
  return count;
}
