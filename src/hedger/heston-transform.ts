/** The law of the variance: dv = κ(θ − v)dt + ξ√v dW, correlated with the price. */
export interface HestonVariance {
  /** κ a year, positive. */
  readonly meanReversion: number;
  /** θ, the variance a year that it returns to, at least 0. */
  readonly longVariance: number;
  /** ξ, positive. */
  readonly volOfVariance: number;
  /** ρ, between −1 and 1, ends excluded. */
  readonly correlation: number;
}

/** A complex number z and, at it, the two complex coefficients of the transform's exponent. The caller owns it and sets `re` and `im`. */
export interface TransformPoint {
  re: number;
  im: number;
  /** C of E[e^(z·X)] = e^(C + D·v). */
  levelRe: number;
  levelIm: number;
  /** D of it. */
  slopeRe: number;
  slopeIm: number;
}

/** A point of nothing yet. */
export function blankPoint(): TransformPoint {
  return { re: NaN, im: NaN, levelRe: NaN, levelIm: NaN, slopeRe: NaN, slopeIm: NaN };
}

/**
 * Writes the coefficients of E[e^(z·X)] = e^(C + D·v), X the logarithm of the price in `tau` years over its forward and v the variance now, of Heston 1993 (A
 * closed-form solution for options with stochastic volatility, equation 17), where the expectation is finite.
 *
 * In the form whose logarithm does not leave its principal branch: Albrecher, Mayer, Schoutens and Tistaert 2007, The little Heston trap; Lord and Kahl 2010,
 * Complex logarithms in Heston-like models. With β = κ − ρξz, a = z² − z, d = √(β² − ξ²a), e = e^(−d·tau):
 * D = a(1 − e)/(β(1 − e) + d(1 + e)) and C = κθ·(a·tau/(β + d) − 2/ξ²·log(1 + ξ²a(1 − e)/(2d(β + d)))), which is theirs with β − d = ξ²a/(β + d), so that
 * no digits are lost at small ξ or tau.
 */
export function hestonTransform(law: HestonVariance, tau: number, point: TransformPoint): void {
  const { meanReversion, longVariance, volOfVariance, correlation } = law;
  const square = volOfVariance * volOfVariance;
  const { re: x, im: y } = point;
  const aRe = x * x - y * y - x;
  const aIm = 2 * x * y - y;
  const bRe = meanReversion - correlation * volOfVariance * x;
  const bIm = -correlation * volOfVariance * y;

  // d, the root with a real part of at least 0.
  const qRe = bRe * bRe - bIm * bIm - square * aRe;
  const qIm = 2 * bRe * bIm - square * aIm;
  const size = Math.sqrt(qRe * qRe + qIm * qIm);
  let dRe: number;
  let dIm: number;
  if (qRe >= 0) {
    dRe = Math.sqrt(0.5 * (size + qRe));
    dIm = dRe === 0 ? 0 : (0.5 * qIm) / dRe;
  } else {
    const root = Math.sqrt(0.5 * (size - qRe));
    dIm = qIm < 0 ? -root : root;
    dRe = (0.5 * qIm) / dIm;
  }

  // e, and 1 − e without cancellation.
  const decay = Math.exp(-dRe * tau);
  const sine = Math.sin(0.5 * dIm * tau);
  const eRe = decay * Math.cos(dIm * tau);
  const eIm = -decay * Math.sin(dIm * tau);
  const goneRe = -Math.expm1(-dRe * tau) + 2 * decay * sine * sine;
  const goneIm = -eIm;

  // a(1 − e), and D.
  const topRe = aRe * goneRe - aIm * goneIm;
  const topIm = aRe * goneIm + aIm * goneRe;
  const bottomRe = bRe * goneRe - bIm * goneIm + dRe * (1 + eRe) - dIm * eIm;
  const bottomIm = bRe * goneIm + bIm * goneRe + dRe * eIm + dIm * (1 + eRe);
  const bottom = bottomRe * bottomRe + bottomIm * bottomIm;
  point.slopeRe = (topRe * bottomRe + topIm * bottomIm) / bottom;
  point.slopeIm = (topIm * bottomRe - topRe * bottomIm) / bottom;

  // The logarithm, and C.
  const sumRe = bRe + dRe;
  const sumIm = bIm + dIm;
  const sum = sumRe * sumRe + sumIm * sumIm;
  const twiceRe = 2 * (dRe * sumRe - dIm * sumIm);
  const twiceIm = 2 * (dRe * sumIm + dIm * sumRe);
  const twice = twiceRe * twiceRe + twiceIm * twiceIm;
  const uRe = (square * (topRe * twiceRe + topIm * twiceIm)) / twice;
  const uIm = (square * (topIm * twiceRe - topRe * twiceIm)) / twice;
  const logRe = 0.5 * Math.log1p(2 * uRe + uRe * uRe + uIm * uIm);
  const logIm = Math.atan2(uIm, 1 + uRe);
  const drift = meanReversion * longVariance;
  point.levelRe = drift * ((tau * (aRe * sumRe + aIm * sumIm)) / sum - (2 * logRe) / square);
  point.levelIm = drift * ((tau * (aIm * sumRe - aRe * sumIm)) / sum - (2 * logIm) / square);
}
