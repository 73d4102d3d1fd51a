/** A column as whole multiples of 10^`power`: the first, then each one's difference to the one before. */
export interface PackedColumn {
  readonly power: number;
  readonly steps: readonly number[];
}

/** Digits that are kept of a column's largest number, less one. */
const DIGITS = 6;

/**
 * A column made small for a page: numbers rounded to the seventh digit of the largest, so that an error is at most half of that digit everywhere;
 * whole numbers below 2^31 are kept as they are.
 *
 * @param values finite
 */
export function packColumn(values: readonly number[]): PackedColumn {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = largest < 0x8000_0000 && values.every(Number.isInteger);
  const power = whole || largest === 0 ? 0 : Number(largest.toExponential().split("e")[1]) - DIGITS;
  const scale = Number(`1e${-power}`);
  let before = 0;
  const steps = values.map((value) => {
    const multiple = Math.round(value * scale);
    const step = multiple - before;
    before = multiple;
    return step;
  });
  return { power, steps };
}
