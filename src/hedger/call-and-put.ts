import type { Mark } from "./mark.ts";
import { normalCdf, normalPdf, type NormalSides, normalSides } from "./normal.ts";
import { exercised, settleOption } from "./settle-option.ts";

/** Below this vol·√tau an option counts as expired: it is worth less than half a millionth of the spot above its intrinsic value. */
const EXPIRED = 1e-6;

/** A European call and a European put of one strike. */
export interface CallAndPut {
  /** Reads spot, tau and vol of `at`, and writes value and greeks into the other two, one of which may be `at`. */
  mark(at: Mark, call: Mark, put: Mark): void;
  /** The delta of one of them alone. */
  delta(kind: "call" | "put", spot: number, tau: number, vol: number): number;
}

/**
 * Both options at once, since most of their work is the same: value and greeks of Black and Scholes 1973 (The pricing of options and corporate
 * liabilities, equation 13) for an asset without income.
 *
 * At expiry they are worth their intrinsic value, their delta is the slope of that (one half of the jump where spot equals strike), and gamma, theta and
 * vega are zero.
 *
 * @param strike in quote per base, positive
 * @param rate continuously compounded interest a year
 */
export function callAndPut(strike: number, rate: number): CallAndPut {
  const first: NormalSides = { x: NaN, below: NaN, above: NaN };
  const second: NormalSides = { x: NaN, below: NaN, above: NaN };

  /** d1 of the equation. */
  function firstTerm(spot: number, tau: number, spread: number): number {
    return (Math.log(spot / strike) + rate * tau) / spread + 0.5 * spread;
  }

  function mark(at: Mark, call: Mark, put: Mark): void {
    const { spot, tau, vol } = at;
    const rootTau = Math.sqrt(Math.max(tau, 0));
    const spread = vol * rootTau;
    if (!(spread > EXPIRED)) {
      settleOption(call, 1, spot - strike);
      settleOption(put, -1, strike - spot);
      return;
    }
    first.x = firstTerm(spot, tau, spread);
    second.x = first.x - spread;
    normalSides(first);
    normalSides(second);
    const density = normalPdf(first.x);
    const discounted = rate === 0 ? strike : strike * Math.exp(-rate * tau);
    const callBond = discounted * second.below;
    const putBond = -discounted * second.above;
    const gamma = density / (spot * spread);
    const decay = (-0.5 * spot * density * vol) / rootTau;
    const vega = spot * density * rootTau;

    call.delta = first.below;
    call.value = spot * call.delta - callBond;
    call.gamma = gamma;
    call.theta = decay - rate * callBond;
    call.vega = vega;
    call.otherDrift = 0;

    put.delta = -first.above;
    put.value = spot * put.delta - putBond;
    put.gamma = gamma;
    put.theta = decay - rate * putBond;
    put.vega = vega;
    put.otherDrift = 0;
  }

  function delta(kind: "call" | "put", spot: number, tau: number, vol: number): number {
    const sign = kind === "call" ? 1 : -1;
    const spread = vol * Math.sqrt(Math.max(tau, 0));
    if (!(spread > EXPIRED)) return sign * exercised(sign * (spot - strike));
    return sign * normalCdf(sign * firstTerm(spot, tau, spread));
  }

  return { mark, delta };
}
