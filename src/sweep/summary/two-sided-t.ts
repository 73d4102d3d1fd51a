import { studentQuantile } from "../../ledger/measures/student.ts";

/** tan(0.475·π). */
const OF_ONE = 12.706204736174705;
/** Up to here the finite sum is quick; beyond, what the expansion leaves out is below 10^−12. */
const EXACT_UP_TO = 1_000;
/** 97.5 % quantile of the normal law. */
const NORMAL = 1.959963984540054;

/**
 * The 97.5 % quantile of Student's t, half the width of a 95 % interval in standard errors, for any number of degrees of freedom: for one that of
 * Cauchy's law, for many by the expansion about the normal quantile (Abramowitz and Stegun, 26.7.5).
 *
 * @param freedom degrees of freedom, a whole number of at least 1
 */
export function twoSidedT(freedom: number): number {
  if (freedom === 1) return OF_ONE;
  return freedom <= EXACT_UP_TO ? studentQuantile(freedom) : expansion(freedom);
}

function expansion(freedom: number): number {
  const x = NORMAL;
  const s = x * x;
  const g1 = (x * (s + 1)) / 4;
  const g2 = (x * ((5 * s + 16) * s + 3)) / 96;
  const g3 = (x * (((3 * s + 19) * s + 17) * s - 15)) / 384;
  const g4 = (x * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945)) / 92_160;
  return x + (g1 + (g2 + (g3 + g4 / freedom) / freedom) / freedom) / freedom;
}
