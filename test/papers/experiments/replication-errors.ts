import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";

const [SPOT, STRIKE, EXPIRY, VOL, RATE] = [100, 100, 1 / 12, 0.2, 0.05];
const claim = blackScholes("call", STRIKE, RATE);
const opening = claim.greeks(SPOT, EXPIRY, VOL);
export const HEDGING_SEED = 7;
export const HEDGING_PATHS = 50_000;

/**
 * What is left at expiry on each path of QuantLib's Examples/DiscreteHedging, the experiment of Derman and Kamal 1999 (When You Cannot Hedge
 * Continuously: The Corrections to Black-Scholes): one call sold at its value and hedged at equal intervals in a lognormal world with the volatility it
 * was sold at.
 */
export function replicationErrors(trades: number): readonly number[] {
  const dt = EXPIRY / trades;
  const drift = (RATE - 0.5 * VOL * VOL) * dt;
  const spread = VOL * Math.sqrt(dt);
  const interest = Math.exp(RATE * dt);
  const normals = new Float64Array(trades);

  function errorOf(path: number): number {
    const normal = standardNormal(pathStream(HEDGING_SEED, path, trades));
    // All are drawn before the first exponential, since between two of them a draw takes longer.
    for (let i = 0; i < trades; i += 1) normals[i] = normal();
    let [spot, stock] = [SPOT, opening.delta];
    let cash = opening.value - stock * spot;
    for (let step = 1; step <= trades; step += 1) {
      spot *= Math.exp(drift + spread * normals[step - 1]!);
      cash *= interest;
      if (step === trades) break;
      const delta = claim.delta(spot, EXPIRY - step * dt, VOL);
      cash -= (delta - stock) * spot;
      stock = delta;
    }
    return cash + stock * spot - claim.value(spot, 0, VOL);
  }

  return Array.from({ length: HEDGING_PATHS }, (_, path) => errorOf(path));
}

/** Derman and Kamal's deviation of that error: √(π/4)·vega·σ/√N. */
export function dermanKamal(trades: number): number {
  return (Math.sqrt(Math.PI / 4) * opening.vega * VOL) / Math.sqrt(trades);
}
