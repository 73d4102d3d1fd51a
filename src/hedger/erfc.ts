/**
 * The complementary error function, 2/√π ∫ from x to ∞ of e^(−t²) dt, to a relative error of about 1e-15 down to where it underflows (x > 26.5).
 *
 * Three rational minimax approximations: W. J. Cody 1969, Rational Chebyshev approximations for the error function, Mathematics of Computation
 * 23:631–637; coefficients of his routine CALERF.
 */
export function erfc(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.46875) return 1 - x * ratio(NEAR_NUMERATOR, NEAR_DENOMINATOR, y * y);
  const tail = y > 26.543 ? 0 : scaledTail(y) * expOfMinusSquare(y);
  return x < 0 ? 2 - tail : tail;
}

/** erfc(y)·e^(y²) for y above 0.46875. */
function scaledTail(y: number): number {
  if (y <= 4) return ratio(MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR, y);
  const inverse = 1 / (y * y);
  return (INVERSE_ROOT_PI - inverse * ratio(FAR_NUMERATOR, FAR_DENOMINATOR, inverse)) / y;
}

/** e^(−y²), with y split so that the rounding of y² is not blown up by the exponential. */
function expOfMinusSquare(y: number): number {
  const coarse = Math.trunc(y * 16) / 16;
  return Math.exp(-coarse * coarse) * Math.exp(-(y - coarse) * (y + coarse));
}

/** Two polynomials by Horner's rule, highest power first. */
function ratio(numerator: readonly number[], denominator: readonly number[], x: number): number {
  let top = 0;
  for (const coefficient of numerator) top = top * x + coefficient;
  let bottom = 0;
  for (const coefficient of denominator) bottom = bottom * x + coefficient;
  return top / bottom;
}

const INVERSE_ROOT_PI = 5.6418958354775628695e-1;

const NEAR_NUMERATOR = [1.8577770618460315e-1, 3.1611237438705656, 1.1386415415105016e2, 3.77485237685302e2, 3.2093775891384695e3] as const;
const NEAR_DENOMINATOR = [1, 2.3601290952344122e1, 2.4402463793444417e2, 1.2826165260773723e3, 2.8442368334391706e3] as const;

const MIDDLE_NUMERATOR = [
  2.1531153547440383e-8, 5.641884969886701e-1, 8.883149794388376, 6.61191906371416295e1, 2.98635138197400131e2, 8.8195222124176909e2,
  1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
] as const;
const MIDDLE_DENOMINATOR = [
  1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3, 3.29079923573345963e3,
  4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
] as const;

const FAR_NUMERATOR = [
  1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2,
  6.58749161529837803e-4,
] as const;
const FAR_DENOMINATOR = [
  1, 2.56852019228982242, 1.87295284992346047, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3,
] as const;
