/** A number, and the complementary error function at it and at its opposite. The caller owns it and sets `x`. */
export interface ErfcSides {
  x: number;
  /** erfc(x). */
  at: number;
  /** erfc(−x). */
  opposite: number;
}

const scratch: ErfcSides = { x: NaN, at: NaN, opposite: NaN };

/**
 * The complementary error function, 2/√π ∫ from x to ∞ of e^(−t²) dt, to a relative error of about 1e-15 down to where it underflows (x > 26.5).
 *
 * Three rational minimax approximations: W. J. Cody 1969, Rational Chebyshev approximations for the error function, Mathematics of Computation
 * 23:631–637; coefficients of his routine CALERF.
 */
export function erfc(x: number): number {
  scratch.x = x;
  erfcSides(scratch);
  return scratch.at;
}

/** Where erfc(y) underflows. */
const LAST = 26.543;
const INVERSE_ROOT_PI = 5.6418958354775628695e-1;

/** e^(−(i/16)²) up to there. */
const EXP_OF_SIXTEENTHS = Float64Array.from({ length: Math.floor(LAST * 16) + 1 }, (_, i) => Math.exp((-i / 16) * (i / 16)));

/**
 * The same on both sides for little more than on one, since a sign is all that tells them apart, and without allocation.
 *
 * It is one piece because a compiler that takes half of it into a caller makes an object of every number that goes to the other half; and its polynomials are
 * written out, by Horner's rule and highest power first, because a loop over coefficients takes twice the time.
 */
export function erfcSides(sides: ErfcSides): void {
  const x = sides.x;
  const y = Math.abs(x);

  if (y <= 0.46875) {
    const z = y * y;
    let top = 1.8577770618460315e-1 * z + 3.1611237438705656;
    top = top * z + 1.1386415415105016e2;
    top = top * z + 3.77485237685302e2;
    top = top * z + 3.2093775891384695e3;
    let bottom = z + 2.3601290952344122e1;
    bottom = bottom * z + 2.4402463793444417e2;
    bottom = bottom * z + 1.2826165260773723e3;
    bottom = bottom * z + 2.8442368334391706e3;
    const erf = x * (top / bottom);
    sides.at = 1 - erf;
    sides.opposite = 1 + erf;
    return;
  }

  // erfc(y)·e^(y²), and 0 where the product would underflow.
  let scaled = 0;
  if (y <= 4) {
    let top = 2.1531153547440383e-8 * y + 5.641884969886701e-1;
    top = top * y + 8.883149794388376;
    top = top * y + 6.61191906371416295e1;
    top = top * y + 2.98635138197400131e2;
    top = top * y + 8.8195222124176909e2;
    top = top * y + 1.71204761263407058e3;
    top = top * y + 2.05107837782607147e3;
    top = top * y + 1.23033935479799725e3;
    let bottom = y + 1.57449261107098347e1;
    bottom = bottom * y + 1.17693950891312499e2;
    bottom = bottom * y + 5.37181101862009858e2;
    bottom = bottom * y + 1.62138957456669019e3;
    bottom = bottom * y + 3.29079923573345963e3;
    bottom = bottom * y + 4.36261909014324716e3;
    bottom = bottom * y + 3.43936767414372164e3;
    bottom = bottom * y + 1.23033935480374942e3;
    scaled = top / bottom;
  } else if (!(y > LAST)) {
    const z = 1 / (y * y);
    let top = 1.63153871373020978e-2 * z + 3.05326634961232344e-1;
    top = top * z + 3.60344899949804439e-1;
    top = top * z + 1.25781726111229246e-1;
    top = top * z + 1.60837851487422766e-2;
    top = top * z + 6.58749161529837803e-4;
    let bottom = z + 2.56852019228982242;
    bottom = bottom * z + 1.87295284992346047;
    bottom = bottom * z + 5.27905102951428412e-1;
    bottom = bottom * z + 6.05183413124413191e-2;
    bottom = bottom * z + 2.33520497626869185e-3;
    scaled = (INVERSE_ROOT_PI - z * (top / bottom)) / y;
  }

  let tail = scaled;
  if (scaled !== 0) {
    // y is split so that the rounding of y² is not blown up by the exponential.
    const sixteenths = Math.trunc(y * 16);
    const coarse = sixteenths / 16;
    tail = scaled * (EXP_OF_SIXTEENTHS[sixteenths]! * Math.exp(-(y - coarse) * (y + coarse)));
  }
  sides.at = x < 0 ? 2 - tail : tail;
  sides.opposite = x < 0 ? tail : 2 - tail;
}
