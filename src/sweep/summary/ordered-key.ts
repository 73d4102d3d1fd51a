const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);
const TWO_TO_THE_63 = 1n << 63n;

/**
 * A whole number for each double, in the same order and without gaps: the bits of its size, with its sign; 0 for both zeros. The key of a finite number
 * and the next greater number's differ by 1.
 */
export function keyOf(value: number): bigint {
  double[0] = value;
  const read = bits[0]!;
  return read < 0n ? -(read + TWO_TO_THE_63) : read;
}

/** The double with this key; for key 0 the positive zero. */
export function valueOf(key: bigint): number {
  bits[0] = key < 0n ? -key - TWO_TO_THE_63 : key;
  return double[0]!;
}
