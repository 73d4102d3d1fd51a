import { explosionTime } from "./explosion-time.ts";
import { blankPoint, hestonTransform, type HestonVariance } from "./heston-transform.ts";

/** Where the integral of an option's transform is taken: along Re z = `place`, on which it is largest at the real axis, about `width` wide. */
export interface Contour {
  place: number;
  width: number;
  /** Logarithm of the option's share of the strike, roughly. */
  height: number;
}

/** Of a moment's distance to 1 (call) or 0 (put): from where on it is looked for, and how far. */
const [NEAREST, FARTHEST] = [1e-6, 1e9];
const GOLDEN = 0.6180339887498949;

/**
 * Finds the line on which an option's transform M(z)·(F/K)^z/(z(z − 1)) neither oscillates nor cancels at its centre: its saddle point on the real axis, beyond 1
 * for a call and below 0 for a put, between there and the first moment of the price that is infinite (Lord and Kahl 2007, Optimal Fourier inversion in
 * semi-analytical option pricing). Any line up to there gives the same integral; this one gives it with few nodes and, out of the money, in full relative
 * precision.
 */
export function hestonContour(
  law: HestonVariance,
): (kind: "call" | "put", tau: number, variance: number, logForward: number, contour: Contour) => void {
  const point = blankPoint();
  const known = { tau: NaN, call: NaN, put: NaN };

  /** Logarithm of the transform on the real axis. */
  function logAt(kind: "call" | "put", distance: number, tau: number, variance: number, logForward: number): number {
    point.re = placeOf(kind, distance);
    point.im = 0;
    hestonTransform(law, tau, point);
    return point.levelRe + variance * point.slopeRe + point.re * logForward - Math.log(distance * (distance + 1));
  }

  return (kind, tau, variance, logForward, contour) => {
    if (tau !== known.tau) {
      known.tau = tau;
      known.call = lastMoment(law, "call", tau);
      known.put = lastMoment(law, "put", tau);
    }
    const last = known[kind];
    let low = Math.log(NEAREST);
    let high = Math.log(last);
    let left = high - GOLDEN * (high - low);
    let right = low + GOLDEN * (high - low);
    let atLeft = logAt(kind, Math.exp(left), tau, variance, logForward);
    let atRight = logAt(kind, Math.exp(right), tau, variance, logForward);
    for (let round = 0; round < 26; round += 1) {
      // What has lost its digits at the edge is no minimum.
      if (atLeft < atRight || Number.isNaN(atRight)) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = logAt(kind, Math.exp(left), tau, variance, logForward);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = logAt(kind, Math.exp(right), tau, variance, logForward);
      }
    }
    const distance = Math.exp(0.5 * (low + high));
    const step = 0.05 * Math.min(distance, last - distance);
    const middle = logAt(kind, distance, tau, variance, logForward);
    const rise =
      logAt(kind, distance - step, tau, variance, logForward) + logAt(kind, distance + step, tau, variance, logForward) - 2 * middle;
    const curve = Math.max(rise / (step * step), 1 / (distance * distance));
    contour.place = placeOf(kind, distance);
    contour.width = 1 / Math.sqrt(curve);
    contour.height = middle;
  };
}

function placeOf(kind: "call" | "put", distance: number): number {
  return kind === "call" ? 1 + distance : -distance;
}

/** Distance beyond 1 (call) or below 0 (put) up to which moments are finite in `tau` years, a little less than exactly. */
function lastMoment(law: HestonVariance, kind: "call" | "put", tau: number): number {
  const isFinite = (distance: number): boolean => explosionTime(law, placeOf(kind, distance)) > tau;
  let low = NEAREST;
  let high = 1;
  while (high < FARTHEST && isFinite(high)) {
    low = high;
    high *= 2;
  }
  if (high >= FARTHEST) return low;
  while (high - low > 1e-9 * high) {
    const middle = 0.5 * (low + high);
    if (isFinite(middle)) low = middle;
    else high = middle;
  }
  return low;
}
