import { blackScholes } from "../../src/hedger/black-scholes.ts";

/**
 * Value of the strip of puts below `centre` and calls above it, with weights (L/2)K^(−3/2), that pays a liquidity position's loss against holding
 * (Carr and Madan 1998, Towards a Theory of Volatility Trading, equation 1), by Simpson's rule in the logarithm of the strike, with L = 1.
 *
 * @param nodes even number of intervals on each smooth piece
 */
export function strip(spot: number, tau: number, vol: number, centre: number, nodes = 2_000): number {
  const reach = Math.abs(Math.log(spot / centre)) + 14 * vol * Math.sqrt(Math.max(tau, 0)) + 1e-9;
  const kink = Math.min(Math.max(Math.log(spot / centre), -reach), reach);
  const at =
    (kind: "call" | "put") =>
    (u: number): number => {
      const strike = centre * Math.exp(u);
      return (0.5 * blackScholes(kind, strike).value(spot, tau, vol)) / Math.sqrt(strike);
    };
  const below = Math.min(kink, 0);
  const above = Math.max(kink, 0);
  return (
    simpson(at("put"), -reach, below, nodes) +
    simpson(at("put"), below, 0, nodes) +
    simpson(at("call"), 0, above, nodes) +
    simpson(at("call"), above, reach, nodes)
  );
}

/**
 * The payoff of the same strip bought at finitely many strikes from `step` to `last`, each standing for `step` of the strike axis; at the centre it is
 * half a put and half a call.
 */
export function discreteStrip(spot: number, centre: number, step: number, last: number): number {
  let sum = 0;
  for (let i = 1; i * step <= last + step / 2; i += 1) {
    const strike = i * step;
    const side = Math.abs(strike - centre) < step / 2 ? 0 : strike < centre ? -1 : 1;
    const payoff = 0.5 * ((1 - side) * Math.max(strike - spot, 0) + (1 + side) * Math.max(spot - strike, 0));
    sum += (0.5 * step * payoff) / (strike * Math.sqrt(strike));
  }
  return sum;
}

function simpson(f: (x: number) => number, from: number, to: number, intervals: number): number {
  if (from === to) return 0;
  const h = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i += 1) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}
