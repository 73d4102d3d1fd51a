const double = new Float64Array(1);
const bits = new BigUint64Array(double.buffer);

/** Every finite double is a whole number of units of 2^−1074. */
function unitsOf(value: number): bigint {
  double[0] = value;
  const exponent = (bits[0]! >> 52n) & 0x7ffn;
  const fraction = bits[0]! & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction : (fraction + (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

/** A quotient times 2^(−1074), or the root of one times 2^(−2148), to the last digits of a double. */
function toDouble(numerator: bigint, denominator: bigint, isRoot: boolean): number {
  if (numerator === 0n) return 0;
  if (numerator < 0n) return -toDouble(-numerator, denominator, isRoot);
  const length = (value: bigint): number => value.toString(2).length;
  // An even power of two that gives the quotient some 120 bits.
  const power = 2 * Math.ceil((120 + length(denominator) - length(numerator)) / 2);
  const quotient = power > 0 ? (numerator << BigInt(power)) / denominator : numerator / (denominator << BigInt(-power));
  const [digits, scale] = isRoot ? [Math.sqrt(Number(quotient)), power / 2] : [Number(quotient), power];
  return timesPowerOfTwo(digits, -scale - 1074);
}

function timesPowerOfTwo(value: number, power: number): number {
  if (Math.abs(power) <= 1_000) return value * Number(power < 0 ? 1 / Number(1n << BigInt(-power)) : 1n << BigInt(power));
  const half = power > 0 ? 1_000 : -1_000;
  return timesPowerOfTwo(timesPowerOfTwo(value, half), power - half);
}

/** Mean and deviation in whole numbers, rounded once at the end. */
export function exactMoments(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const units = values.map(unitsOf);
  const count = BigInt(values.length);
  const sum = units.reduce((total, each) => total + each, 0n);
  const squares = units.reduce((total, each) => total + each * each, 0n);
  return {
    mean: toDouble(sum, count, false),
    deviation: values.length === 1 ? NaN : toDouble(count * squares - sum * sum, count * (count - 1n), true),
  };
}
