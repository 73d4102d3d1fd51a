import { expect } from "chai";
import { describe, it } from "mocha";
import { lelandVolatility } from "../../src/hedger/leland-volatility.ts";

describe("Leland's volatility", () => {
  for (const [roundTrip, every, dt, expected] of [
    [0.005, "month", 1 / 12, 0.206794],
    [0.005, "week", 1 / 52, 0.213901],
    [0.005, "trading day", 1 / 252, 0.229491],
    [0.004, "trading day", 1 / 252, 0.223904],
  ] as const)
    it(`is ${expected} for 20 % hedged every ${every} at ${100 * roundTrip} % a round trip`, () => {
      expect(lelandVolatility(1, 0.2, roundTrip, dt)).to.be.closeTo(expected, 5e-7);
    });

  it("adds what an expected trade costs: the premium's surplus is the mean cost of hedging to first order", () => {
    // A trade of |ΔΔ| = Γ·S·σ·√Δt·|Z| costs k/2 of its value; E|Z| = √(2/π). Per year that is ½ΓS²σ²·Le, what the raised variance adds to theta.
    const [volatility, roundTrip, dt] = [0.2, 0.004, 1 / 252];
    const costPerYear = ((roundTrip / 2) * volatility * Math.sqrt(dt) * Math.sqrt(2 / Math.PI)) / dt;
    const raised = lelandVolatility(1, volatility, roundTrip, dt);
    expect((raised * raised - volatility * volatility) / 2).to.be.closeTo(costPerYear, 1e-12);
  });
});
