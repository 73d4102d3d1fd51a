/**
 * Decimals with which a column of numbers says what is known of it: two significant digits of the smallest error in it, errors below a hundredth of the
 * largest left aside, since one cell without chance would drown the rest in digits.
 *
 * @param errors standard errors; those that are null or zero say nothing
 * @returns from `least` to `most`; `least` where no error says anything
 */
export function fittingDigits(errors: readonly (number | null | undefined)[], least: number, most: number): number {
  const sizes = errors.filter((error): error is number => typeof error === "number" && error > 0 && Number.isFinite(error));
  const largest = Math.max(0, ...sizes);
  const telling = Math.min(...sizes.filter((size) => size >= largest / 100));
  let digits = least;
  for (let shown = telling * Number(`1e${least}`); digits < most && shown < 9.95; shown *= 10) digits += 1;
  return digits;
}
