import { studentWithin } from "../../../ledger/measures/student-within.ts";

/** The bracket is doubled until it holds the quantile; beyond this a tail is smaller than a double can say. */
const LARGEST = 1e12;

/**
 * The quantile of Student's t that is exceeded with probability `tail`, by bisection to the last digits of a double.
 *
 * @param tail above 0, at most ½
 * @param freedom degrees of freedom, a whole number of at least 1
 */
export function oneSidedT(tail: number, freedom: number): number {
  const exceeded = (t: number): number => (1 - studentWithin(t, freedom)) / 2;
  let [low, high] = [0, 1];
  while (exceeded(high) > tail && high < LARGEST) [low, high] = [high, 2 * high];
  for (let i = 0; i < 80; i += 1) {
    const middle = (low + high) / 2;
    if (exceeded(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
