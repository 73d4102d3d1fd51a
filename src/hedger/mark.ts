/** A claim's value and slopes at one moment. The caller owns it, sets the first three and has the claim write the others, as often as he likes. */
export interface Mark {
  spot: number;
  tau: number;
  vol: number;
  value: number;
  delta: number;
  gamma: number;
  theta: number;
  vega: number;
  otherDrift: number;
}

/** A mark of nothing yet, to be written to. */
export function blankMark(): Mark {
  // Not zeros: a field that begins with a whole number is laid out for one.
  return { spot: NaN, tau: NaN, vol: NaN, value: NaN, delta: NaN, gamma: NaN, theta: NaN, vega: NaN, otherDrift: NaN };
}
