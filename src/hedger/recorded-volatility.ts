/**
 * The level of a recorded volatility index as it was last known: a close counts from its own second on.
 *
 * @param times unix seconds, rising
 * @param levels a year, as many
 * @returns a function of time, which says `before` until the first close
 */
export function recordedVolatility(times: readonly number[], levels: readonly number[], before: number): (time: number) => number {
  return (time) => levels[times.findLastIndex((each) => each <= time)] ?? before;
}
