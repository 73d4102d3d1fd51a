import { deltaByMark } from "./delta-by-mark.ts";
import type { CallAndPut } from "./call-and-put.ts";
import type { Mark } from "./mark.ts";
import { normalPdf, type NormalSides, normalSides } from "./normal.ts";
import type { PriceModel } from "./price-model.ts";
import { exercised, settleOption } from "./settle-option.ts";

export interface MertonParameters {
  /** Jumps a year, at least 0. */
  readonly jumpsPerYear: number;
  /** Mean and deviation of the logarithm of one plus the jump; the deviation at least 0. */
  readonly jumpMean: number;
  readonly jumpDeviation: number;
  /** Continuously compounded interest a year, 0 when left out. */
  readonly rate?: number;
  /** Continuously compounded income of the asset a year, 0 when left out. */
  readonly income?: number;
}

/** Below this deviation of the logarithm a term of the series counts as certain, as an option of `callAndPut` does. */
const CERTAIN = 1e-6;
/** The series ends where the probability of so many jumps, and their share of the asset, are both below this. */
const NEGLIGIBLE = 1e-18;

/**
 * A diffusion of the price with lognormal jumps at a constant rate: Merton 1976 (Option pricing when underlying stock returns are discontinuous,
 * equation 19), as a mean over the number of jumps n of options of Black and Scholes with variance vol²·tau + n·jumpDeviation², from a price that n jumps have
 * moved and their expectation has been taken from. Its drift besides the diffusion is the jump integral λ·E[V(S·Y) − V(S) − (Y − 1)·S·V′(S)], of which the
 * same series gives E[V(S·Y)] one term later; theta follows from the pricing equation.
 *
 * @throws RangeError for parameters out of their bounds
 */
export function mertonModel(parameters: MertonParameters): PriceModel {
  const { jumpsPerYear, jumpMean, jumpDeviation } = parameters;
  if (!(jumpsPerYear >= 0 && jumpsPerYear < Infinity)) throw new RangeError(`jumps a year are 0 or more, not ${jumpsPerYear}`);
  if (!Number.isFinite(jumpMean)) throw new RangeError(`the mean of a jump's logarithm is a finite number, not ${jumpMean}`);
  if (!(jumpDeviation >= 0 && jumpDeviation < Infinity)) {
    throw new RangeError(`the deviation of a jump's logarithm is 0 or more, not ${jumpDeviation}`);
  }
  return { name: "merton", options: (strike) => mertonOptions(parameters, strike) };
}

function mertonOptions(parameters: MertonParameters, strike: number): CallAndPut {
  const { jumpsPerYear, jumpMean, jumpDeviation, rate = 0, income = 0 } = parameters;
  const logGrowth = jumpMean + 0.5 * jumpDeviation * jumpDeviation;
  const growth = Math.exp(logGrowth);
  const meanJump = Math.expm1(logGrowth);
  const first: NormalSides = { x: NaN, below: NaN, above: NaN };
  const second: NormalSides = { x: NaN, below: NaN, above: NaN };

  function mark(at: Mark, call: Mark, put: Mark): void {
    const { spot, tau, vol } = at;
    if (!(tau > 0)) {
      settleOption(call, 1, spot - strike);
      settleOption(put, -1, strike - spot);
      return;
    }
    const expected = jumpsPerYear * tau;
    const last = expected * Math.max(1, growth);
    const bond = strike * Math.exp(-rate * tau);
    const logSpot = Math.log(spot / bond) - (income + jumpsPerYear * meanJump) * tau;
    const bondPerSpot = bond / spot;
    let logWeight = -expected;
    let callValue = 0;
    let putValue = 0;
    let callDelta = 0;
    let putDelta = 0;
    let curve = 0;
    let callJumps = 0;
    let putJumps = 0;
    for (let n = 0; ; n += 1) {
      if (n > 0) logWeight += Math.log(expected / n);
      const weight = Math.exp(logWeight);
      const logForward = logSpot + n * logGrowth;
      const spread = Math.sqrt(vol * vol * tau + n * jumpDeviation * jumpDeviation);
      // The term's part of the asset, which may be large where it is unlikely.
      const share = Math.exp(logWeight + logForward) * bondPerSpot;
      if (spread > CERTAIN) {
        first.x = logForward / spread + 0.5 * spread;
        second.x = first.x - spread;
        normalSides(first);
        normalSides(second);
        curve += (share * normalPdf(first.x)) / spread;
      } else {
        first.below = exercised(logForward);
        first.above = 1 - first.below;
        second.below = first.below;
        second.above = first.above;
      }
      const callNow = spot * share * first.below - bond * weight * second.below;
      const putNow = bond * weight * second.above - spot * share * first.above;
      callDelta += share * first.below;
      putDelta -= share * first.above;
      callValue += callNow;
      putValue += putNow;
      // One jump more at λ a year has the price of the next term: Σ λ·(P(n − 1) − P(n))·V(n), where λ·P(n − 1) = P(n)·n/tau.
      const more = n / tau - jumpsPerYear;
      callJumps += more * callNow;
      putJumps += more * putNow;
      if (!(n < last) && !(weight + share > NEGLIGIBLE)) break;
    }
    // A call and a put differ by what does not jump, so both have the drift of the one that is worth less, with more of its digits.
    const drift = (bondPerSpot > 1 ? callJumps : putJumps) - jumpsPerYear * meanJump * spot * (bondPerSpot > 1 ? callDelta : putDelta);
    const decay = -0.5 * vol * vol * spot * curve - drift;

    call.value = callValue;
    call.delta = callDelta;
    call.gamma = curve / spot;
    call.theta = decay + rate * callValue - (rate - income) * spot * callDelta;
    call.vega = spot * curve * vol * tau;
    call.otherDrift = drift;

    put.value = putValue;
    put.delta = putDelta;
    put.gamma = curve / spot;
    put.theta = decay + rate * putValue - (rate - income) * spot * putDelta;
    put.vega = call.vega;
    put.otherDrift = drift;
  }

  return { mark, delta: deltaByMark(mark) };
}
