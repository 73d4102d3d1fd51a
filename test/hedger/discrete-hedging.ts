import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import { moments } from "./moments.ts";

// QuantLib's Examples/DiscreteHedging, the experiment of Derman and Kamal 1999 (When You Cannot Hedge Continuously): one call sold at its value
// and hedged at equal intervals in a lognormal world with the volatility it was sold at.
const [SPOT, STRIKE, EXPIRY, VOL, RATE] = [100, 100, 1 / 12, 0.2, 0.05];
const PATHS = 50_000;

function replicationErrors(trades: number): readonly number[] {
  const claim = blackScholes("call", STRIKE, RATE);
  const normal = randomNormal.source(stream(7, `discrete-hedging-${trades}`))();
  const dt = EXPIRY / trades;
  const drift = (RATE - 0.5 * VOL * VOL) * dt;
  const spread = VOL * Math.sqrt(dt);
  const interest = Math.exp(RATE * dt);
  const opening = claim.greeks(SPOT, EXPIRY, VOL);
  return Array.from({ length: PATHS }, () => {
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

const published = [
  { trades: 21, deviation: 0.42775, skewness: -0.307, excessKurtosis: 1.517, meanTolerance: 0.0058, overstated: 3.6 },
  { trades: 84, deviation: 0.21814, skewness: -0.178, excessKurtosis: 1.618, meanTolerance: 0.0029, overstated: 1.6 },
] as const;

describe("discrete hedging of a sold call", () => {
  for (const row of published) {
    it(`at ${row.trades} trades leaves the replication error of QuantLib's example`, () => {
      const found = moments(replicationErrors(row.trades));
      expect(found.mean).to.be.closeTo(0, row.meanTolerance);
      expect(found.deviation / row.deviation).to.be.closeTo(1, 0.015);
      expect(found.skewness).to.be.closeTo(row.skewness, 0.08);
      expect(found.excessKurtosis).to.be.closeTo(row.excessKurtosis, 0.35);
    });

    it(`at ${row.trades} trades spreads less than Derman and Kamal's formula says, by ${row.overstated} %`, () => {
      const { vega } = blackScholes("call", STRIKE, RATE).greeks(SPOT, EXPIRY, VOL);
      const dermanKamal = (Math.sqrt(Math.PI / 4) * vega * VOL) / Math.sqrt(row.trades);
      expect(100 * (dermanKamal / row.deviation - 1)).to.be.closeTo(row.overstated, 0.05);
    });
  }
});
