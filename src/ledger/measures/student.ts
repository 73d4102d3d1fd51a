/** Two-sided probability that the quantile leaves outside. */
const OUTSIDE = 0.05;

/**
 * The 97.5 % quantile of Student's t: where its two-sided probability, a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4), is 95 %; by
 * bisection, to the last digits of a double.
 *
 * @param freedom degrees of freedom, a whole number of at least 2
 */
export function studentQuantile(freedom: number): number {
  let [low, high] = [1.9, 4.4];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (within(middle, freedom) < 1 - OUTSIDE) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of lying between −t and t. */
function within(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = isOdd && freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= (cosine * cosine * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}
