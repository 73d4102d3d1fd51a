/** When the seeds so far are looked at, and what chance of a wrong answer that look may spend. */
export interface Look {
  readonly seeds: number;
  /** Probability; those of all looks add up to the whole error. */
  readonly error: number;
}

const FIRST = 5;

/**
 * Looks after 5, 10, 20, 40, … seeds and after the last. By the share t of the seeds, α·t² of the error is spent: the power family of Kim and DeMets (1987,
 * Design and analysis of group sequential tests based on the type I error spending rate function, Biometrika 74:149–154) with ρ = 2, which like O'Brien and
 * Fleming's boundary spends little while there are few seeds. What a look spends is the chance of its own bound, not of the first crossing, so that the sum
 * bounds the chance of a wrong answer at any look by Bonferroni's inequality, however the looks depend on each other.
 *
 * @param seeds at most so many, at least 3
 * @param error chance of a wrong answer over all looks, in (0, ½)
 */
export function lookPlan(seeds: number, error: number): readonly Look[] {
  const places: number[] = [];
  for (let at = FIRST; at < seeds; at *= 2) places.push(at);
  places.push(seeds);
  const spent = (at: number): number => (error * at * at) / (seeds * seeds);
  return places.map((at, i) => ({ seeds: at, error: spent(at) - spent(places[i - 1] ?? 0) }));
}
