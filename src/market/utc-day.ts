const SECONDS_A_DAY = 86_400;

/** Number of the day by universal time, from 1970: the session of a market that never closes. */
export function utcDay(time: number): number {
  return Math.floor(time / SECONDS_A_DAY);
}
