import type { Claim, Greeks } from "./claim.ts";
import { normalCdf, normalPdf } from "./normal.ts";

/** Below this vol·√tau an option counts as expired: it is worth less than half a millionth of the spot above its intrinsic value. */
const EXPIRED = 1e-6;

/**
 * One European call or put, held long: value and greeks of Black and Scholes 1973 (The pricing of options and corporate liabilities, equation
 * 13) for an asset without income.
 *
 * At expiry it is worth its intrinsic value, its delta is the slope of that (one half of the jump where spot equals strike), and gamma, theta and
 * vega are zero.
 *
 * @param strike in quote per base, positive
 * @param rate continuously compounded interest a year; the books of this project use zero
 */
export function blackScholes(kind: "call" | "put", strike: number, rate = 0): Claim {
  const sign = kind === "call" ? 1 : -1;

  function greeks(spot: number, tau: number, vol: number): Greeks {
    const rootTau = Math.sqrt(Math.max(tau, 0));
    const spread = vol * rootTau;
    if (!(spread > EXPIRED)) return expired(sign, spot, strike);
    const discounted = strike * Math.exp(-rate * tau);
    const d1 = (Math.log(spot / strike) + rate * tau) / spread + 0.5 * spread;
    const delta = sign * normalCdf(sign * d1);
    const bond = sign * discounted * normalCdf(sign * (d1 - spread));
    const density = normalPdf(d1);
    return {
      value: spot * delta - bond,
      delta,
      gamma: density / (spot * spread),
      theta: (-0.5 * spot * density * vol) / rootTau - rate * bond,
      vega: spot * density * rootTau,
    };
  }

  return { name: kind, value: (spot, tau, vol) => greeks(spot, tau, vol).value, greeks };
}

function expired(sign: 1 | -1, spot: number, strike: number): Greeks {
  const moneyness = sign * (spot - strike);
  const exercised = moneyness > 0 ? 1 : moneyness < 0 ? 0 : 0.5;
  return { value: Math.max(moneyness, 0), delta: sign * exercised, gamma: 0, theta: 0, vega: 0 };
}
