/** Places of an axis's ticks, and with how many decimals they read. */
export interface Ticks {
  readonly values: readonly number[];
  readonly digits: number;
}

/** Further from zero than so many steps, ticks would not be told apart. */
const FURTHEST = 1e9;

/** Powers of ten beyond which no axis goes. */
const FINEST = 20;

/**
 * Round numbers inside a range, its ends included: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param most at most so many ticks; at least 2
 * @returns no ticks where the range is empty or too narrow for its place
 */
export function axisTicks(low: number, high: number, most: number): Ticks {
  const power = Math.floor(Math.log10((high - low) / most));
  for (const factor of Math.abs(power) <= FINEST ? [1, 2, 5, 10, 20] : []) {
    // Read from text, so that a tick is the number nearest to its label.
    const at = (index: number): number => Number(`${index * factor}e${power}`);
    const first = Math.ceil(low / at(1));
    const count = Math.floor(high / at(1)) - first + 1;
    if (count > most) continue;
    if (Math.max(Math.abs(first), Math.abs(first + count)) > FURTHEST) break;
    return { values: Array.from({ length: count }, (_, index) => at(first + index)), digits: Math.max(0, -power - (factor < 10 ? 0 : 1)) };
  }
  return { values: [], digits: 0 };
}
