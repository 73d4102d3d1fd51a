import { randomNormal } from "d3-random";
import { stream } from "../../../src/core/random.ts";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";

const [SPOT, STRIKE, EXPIRY, VOL, RATE] = [100, 100, 1 / 12, 0.2, 0.05];
export const HEDGING_SEED = 7;
export const HEDGING_PATHS = 50_000;

/**
 * What is left at expiry on each path of QuantLib's Examples/DiscreteHedging, the experiment of Derman and Kamal 1999 (When You Cannot Hedge
 * Continuously: The Corrections to Black-Scholes): one call sold at its value and hedged at equal intervals in a lognormal world with the volatility it
 * was sold at.
 */
export function replicationErrors(trades: number): readonly number[] {
  const claim = blackScholes("call", STRIKE, RATE);
  const normal = randomNormal.source(stream(HEDGING_SEED, `discrete-hedging-${trades}`))();
  const dt = EXPIRY / trades;
  const drift = (RATE - 0.5 * VOL * VOL) * dt;
  const spread = VOL * Math.sqrt(dt);
  const interest = Math.exp(RATE * dt);
  const opening = claim.greeks(SPOT, EXPIRY, VOL);
  return Array.from({ length: HEDGING_PATHS }, () => {
    let [spot, stock] = [SPOT, opening.delta];
    let cash = opening.value - stock * spot;
    for (let step = 1; step <= trades; step += 1) {
      spot *= Math.exp(drift + spread * normal());
      cash *= interest;
      if (step === trades) break;
      const { delta } = claim.greeks(spot, EXPIRY - step * dt, VOL);
      cash -= (delta - stock) * spot;
      stock = delta;
    }
    return cash + stock * spot - claim.value(spot, 0, VOL);
  });
}

/** Derman and Kamal's deviation of that error: √(π/4)·vega·σ/√N. */
export function dermanKamal(trades: number): number {
  const { vega } = blackScholes("call", STRIKE, RATE).greeks(SPOT, EXPIRY, VOL);
  return (Math.sqrt(Math.PI / 4) * vega * VOL) / Math.sqrt(trades);
}
