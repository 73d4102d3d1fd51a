/** A complex number. */
export type Complex = readonly [re: number, im: number];

export const add = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
export const subtract = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
export const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
export const scaled = ([a, b]: Complex, factor: number): Complex => [a * factor, b * factor];
export const over = (x: Complex, [c, d]: Complex): Complex => scaled(times(x, [c, -d]), 1 / (c * c + d * d));
export const exp = ([a, b]: Complex): Complex => [Math.exp(a) * Math.cos(b), Math.exp(a) * Math.sin(b)];
export const log = ([a, b]: Complex): Complex => [Math.log(Math.hypot(a, b)), Math.atan2(b, a)];

/** The principal square root, whose real part is not negative. */
export function squareRoot([a, b]: Complex): Complex {
  const modulus = Math.hypot(a, b);
  const re = Math.sqrt((modulus + a) / 2);
  return [re, (b < 0 ? -1 : 1) * Math.sqrt((modulus - a) / 2)];
}

/** ln E[exp(s·X)] of a log return X with E[exp(X)] = 1, for complex s with real part in [0, 1]. */
export type LogMoment = (s: Complex) => Complex;

export interface CallTerms {
  readonly spot: number;
  readonly strike: number;
  readonly rate: number;
  readonly dividend: number;
  readonly years: number;
}

/**
 * A call by one integral (Lewis 2001, A simple option formula for general jump-diffusion and other exponential Lévy processes, equation 3.11):
 * S·e^(−qT) − √(S·K)·e^(−(r+q)T/2)/π·∫₀^∞ Re[e^(iuk)·φ(u − i/2)]/(u² + 1/4) du, k = ln(S/K) + (r − q)T.
 */
export function fourierCall(logMoment: LogMoment, { spot, strike, rate, dividend, years }: CallTerms): number {
  const k = Math.log(spot / strike) + (rate - dividend) * years;
  const integrand = (u: number): number => exp(add([0, u * k], logMoment([0.5, u])))[0] / (u * u + 0.25);
  const factor = (Math.sqrt(spot * strike) * Math.exp((-(rate + dividend) * years) / 2)) / Math.PI;
  return spot * Math.exp(-dividend * years) - factor * integral(integrand);
}

/** From 0 to infinity by the double-exponential rule u = e^(t − e^(−t)) (Takahasi and Mori 1974), whose error falls like e^(−c/h). */
function integral(f: (u: number) => number): number {
  const step = 1 / 64;
  let sum = 0;
  for (let i = -5 * 64; i <= 8 * 64; i += 1) {
    const t = i * step;
    const u = Math.exp(t - Math.exp(-t));
    const value = u > 0 ? f(u) * u * (1 + Math.exp(-t)) : 0;
    if (Number.isFinite(value)) sum += value * step;
  }
  return sum;
}
