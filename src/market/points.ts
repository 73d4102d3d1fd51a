/**
 * Recorded single prices at other times: the last one known, as a step.
 *
 * Straight lines between the points would make a path that is smoother than the record: its realised variance, and with it loss versus
 * rebalancing, would fall in proportion to the number of steps between two points. A step keeps both as recorded, at any block time, and nobody
 * sees a price before it was recorded.
 *
 * @param times unix seconds, ascending, of the same length as `prices`
 * @param prices quote per base
 * @param at unix seconds, ascending; before the first point its price holds
 */
export function pricesFromPoints(times: readonly number[], prices: readonly number[], at: readonly number[]): Float64Array {
  const found = new Float64Array(at.length);
  let known = 0;
  at.forEach((time, i) => {
    while (known + 1 < times.length && (times[known + 1] ?? Infinity) <= time) known += 1;
    found[i] = prices[known] ?? NaN;
  });
  return found;
}
