/**
 * Strikes at equal ratios around a price, which is one of them.
 *
 * @param centre in quote per base, positive
 * @param reach the highest strike over the centre, and the centre over the lowest; above 1
 * @param steps whole number of strikes on each side, at least 1
 * @returns 2·steps + 1 strikes, rising
 * @throws RangeError for arguments out of these bounds
 */
export function strikeGrid(centre: number, reach: number, steps: number): readonly number[] {
  if (!(centre > 0 && centre < Infinity)) throw new RangeError(`the centre of strikes is a positive price, not ${centre}`);
  if (!(reach > 1 && reach < Infinity)) throw new RangeError(`strikes reach to a ratio above 1, not ${reach}`);
  if (!(Number.isSafeInteger(steps) && steps >= 1)) throw new RangeError(`strikes on a side are a whole number from 1, not ${steps}`);
  const ratio = Math.log(reach) / steps;
  return Array.from({ length: 2 * steps + 1 }, (_, i) => (i === steps ? centre : centre * Math.exp((i - steps) * ratio)));
}
