import type { HestonParameters } from "../../src/hedger/heston-model.ts";

interface Complex {
  readonly re: number;
  readonly im: number;
}

const add = (...terms: readonly Complex[]): Complex => ({
  re: terms.reduce((sum, { re }) => sum + re, 0),
  im: terms.reduce((sum, { im }) => sum + im, 0),
});
const times = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });
const scale = (a: Complex, by: number): Complex => ({ re: a.re * by, im: a.im * by });

/**
 * E[e^(z·X)] of Heston's model for z = x + iy, X the logarithm of the price over its forward: e^(C + D·v) with Riccati's equations D′ = ½ξ²D² − (κ − ρξz)D +
 * ½(z² − z) and C′ = κθD integrated from 0 by Runge and Kutta's rule. It knows no logarithm and no square root, so no branches.
 */
export function transformByRiccati(parameters: HestonParameters, tau: number, variance: number, z: Complex, steps: number): Complex {
  const { meanReversion, longVariance, volOfVariance, correlation } = parameters;
  const half = scale(add(times(z, z), scale(z, -1)), 0.5);
  const pull = add({ re: -meanReversion, im: 0 }, scale(z, correlation * volOfVariance));
  const slope = (d: Complex): Complex => add(scale(times(d, d), 0.5 * volOfVariance * volOfVariance), times(pull, d), half);
  const h = tau / steps;
  let d: Complex = { re: 0, im: 0 };
  let level: Complex = { re: 0, im: 0 };
  for (let i = 0; i < steps; i += 1) {
    const k1 = slope(d);
    const d2 = add(d, scale(k1, h / 2));
    const k2 = slope(d2);
    const d3 = add(d, scale(k2, h / 2));
    const k3 = slope(d3);
    const d4 = add(d, scale(k3, h));
    level = add(level, scale(add(d, scale(d2, 2), scale(d3, 2), d4), h / 6));
    d = add(d, scale(add(k1, scale(k2, 2), scale(k3, 2), slope(d4)), h / 6));
  }
  const exponent = add(scale(level, meanReversion * longVariance), scale(d, variance));
  const modulus = Math.exp(exponent.re);
  return { re: modulus * Math.cos(exponent.im), im: modulus * Math.sin(exponent.im) };
}

/**
 * A call by Lewis 2001 (A simple option formula for general jump-diffusion and other exponential Lévy processes, equation 3.11), at z = ½ + iu, by Simpson's
 * rule: F − √(FK)/π·∫ Re[e^(iuk)·M(½ + iu)]/(u² + ¼) du, k = log(F/K), discounted.
 */
export function callByRiccati(parameters: HestonParameters, spot: number, strike: number, tau: number, vol: number): number {
  const { rate = 0, income = 0 } = parameters;
  const forward = spot * Math.exp((rate - income) * tau);
  const k = Math.log(forward / strike);
  const [reach, intervals, steps] = [80, 1_200, 1_000];
  let sum = 0;
  for (let i = 0; i <= intervals; i += 1) {
    // Closer together where the integrand is large.
    const x = i / intervals;
    const u = reach * x * x;
    const { re, im } = transformByRiccati(parameters, tau, vol * vol, { re: 0.5, im: u }, steps);
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += (weight * 2 * reach * x * (re * Math.cos(u * k) - im * Math.sin(u * k))) / (u * u + 0.25);
  }
  return Math.exp(-rate * tau) * (forward - (Math.sqrt(forward * strike) * sum) / (3 * intervals) / Math.PI);
}
