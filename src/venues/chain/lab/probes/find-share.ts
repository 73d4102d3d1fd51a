/** Doublings, and steps after them, before the search ends where it is. */
const [MOST_DOUBLINGS, MOST_STEPS] = [12, 60];

/**
 * The argument at which a rising function comes to a target: doubling brackets it, a false position with halved ends (Dowell, Jarratt 1971, A modified regula falsi method, BIT 11) closes in.
 *
 * @param measure rising; null where it cannot be told, which counts as above the target
 * @param first where to look first, above 0; the search is from 0, where the function is taken to be `atZero`, to 4,096 times as far
 * @param tolerance of the function; the search also ends where the argument is known to 10^-12 of itself
 * @returns null where the function stays below the target
 */
export async function findShare(
  measure: (share: number) => Promise<number | null>,
  target: number,
  { first, atZero, tolerance }: { readonly first: number; readonly atZero: number; readonly tolerance: number },
): Promise<number | null> {
  const gap = async (share: number): Promise<number> => {
    const measured = await measure(share);
    return measured === null ? Infinity : measured - target;
  };
  let [low, lowGap, high, highGap] = [0, atZero - target, first, await gap(first)];
  if (lowGap >= 0) return 0;
  for (let i = 0; highGap < 0; i += 1) {
    if (-highGap <= tolerance) return high;
    if (i === MOST_DOUBLINGS) return null;
    [low, lowGap, high] = [high, highGap, 2 * high];
    highGap = await gap(high);
  }
  let last = 0;
  for (let i = 0; i < MOST_STEPS && high - low > 1e-12 * high; i += 1) {
    if (highGap <= tolerance) return high;
    const middle = highGap === Infinity ? (low + high) / 2 : high - (highGap * (high - low)) / (highGap - lowGap);
    const middleGap = await gap(middle);
    if (Math.abs(middleGap) <= tolerance) return middle;
    if (middleGap > 0) {
      [high, highGap] = [middle, middleGap];
      if (last > 0) lowGap /= 2;
      last = 1;
    } else {
      [low, lowGap] = [middle, middleGap];
      if (last < 0 && highGap !== Infinity) highGap /= 2;
      last = -1;
    }
  }
  return high;
}
