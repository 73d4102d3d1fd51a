/** The largest of the first one, two, … of the numbers. */
export function runningMost(values: readonly number[]): readonly number[] {
  let most = -Infinity;
  return values.map((value) => (most = Math.max(most, value)));
}
