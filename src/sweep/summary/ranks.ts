/** Twice what rounding the share to a double and its product with the count can come to. */
const ROUNDING = 4.440892098500626e-16;

/**
 * A share of a number of values: 5 % of 20 is 1, whatever the product of the doubles is.
 *
 * @param share from 0 to 1
 * @throws RangeError for another share
 */
export function shareOfCount(share: number, count: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share`);
  const product = share * count;
  const whole = Math.round(product);
  return Math.abs(product - whole) <= ROUNDING * product ? whole : product;
}

/** Rank, 0 for the least, of the smallest value with at least this share of all values at or below it. */
export function quantileRank(share: number, count: number): number {
  return Math.max(Math.ceil(shareOfCount(share, count)), 1) - 1;
}

/** Rank, 0 for the least, of the value that belongs only in part to this share of least values, or that is the first not to. */
export function tailRank(share: number, count: number): number {
  return Math.min(Math.floor(shareOfCount(share, count)), count - 1);
}
