import { studentWithin } from "./student-within.ts";

/** Two-sided probability that the quantile leaves outside. */
const OUTSIDE = 0.05;

/**
 * The 97.5 % quantile of Student's t: where its two-sided probability, a finite sum, is 95 %; by bisection, to the last
 * digits of a double.
 *
 * @param freedom degrees of freedom, a whole number of at least 2
 */
export function studentQuantile(freedom: number): number {
  let [low, high] = [1.9, 4.4];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (studentWithin(middle, freedom) < 1 - OUTSIDE) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
