/** A number with a true minus sign, and without a sign where it rounds to zero. */
export function shown(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
