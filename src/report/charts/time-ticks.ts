const HOUR = 3_600;
const DAY = 24 * HOUR;
const steps = [60, 300, 900, 1_800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 30 * DAY];

/** Round times (UTC, unix seconds) of an axis from one time to another, at most so many steps apart; none where there is no time between. */
export function timeTicks(from: number, to: number, most: number): readonly number[] {
  if (!(to > from)) return [];
  const step = steps.find((each) => (to - from) / each <= most) ?? Math.ceil((to - from) / most / DAY) * DAY;
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, index) => (first + index) * step);
}
