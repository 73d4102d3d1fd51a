import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { gainOfVarianceRatio, varianceRatio, varianceRatioOf } from "../../../src/ledger/measures/variance-ratio.ts";

function loop(gain: number, steps: number, seed: number): number[] {
  const normal = standardNormal(stream(seed, "loop"));
  let last = 0;
  return Array.from({ length: steps }, () => (last = normal() + gain * last));
}

describe("ledger/measures: variance ratio", () => {
  for (const [gain, variance, ratio] of [
    [-0.5, 1.3333, 0.3422],
    [0.5, 1.3333, 2.92],
  ] as const) {
    it(`of a loop with gain ${gain} over 50 steps is ${ratio}, and its variance ${variance} (theory 4.5), by formula and over two million steps`, () => {
      expect(varianceRatioOf(gain, 50)).to.be.closeTo(ratio, 5e-5);
      const returns = loop(gain, 2_000_000, 3);
      const found = returns.reduce((sum, each) => sum + each * each, 0) / returns.length;
      // 1/(1 − g²), whose sample has a relative error of √(2(1 + g²)/(1 − g²)/n) = 0.0013.
      expect(found / (1 / (1 - gain * gain))).to.be.closeTo(1, 0.004);
      expect(found).to.be.closeTo(variance, 0.006);
      // √(4k/(3n)) = 0.0058.
      expect((varianceRatio(returns, 50) ?? NaN) / ratio).to.be.closeTo(1, 0.0175);
      expect(gainOfVarianceRatio(varianceRatio(returns, 50) ?? NaN, 50)).to.be.closeTo(gain, 0.01);
    });
  }

  it("of long horizons comes to (1 + g)/(1 − g)", () => {
    for (const gain of [-0.8, -0.2, 0.3, 0.7]) expect(varianceRatioOf(gain, 1e6) / ((1 + gain) / (1 - gain))).to.be.closeTo(1, 2e-5);
  });

  it("rises with the gain, and gives it back", () => {
    const gains = fc.integer({ min: -989, max: 989 }).map((n) => n / 1_000);
    fc.assert(
      fc.property(gains, fc.integer({ min: 2, max: 60 }), (gain, horizon) => {
        expect(varianceRatioOf(gain + 0.01, horizon)).to.be.above(varianceRatioOf(gain, horizon));
        expect(gainOfVarianceRatio(varianceRatioOf(gain, horizon), horizon)).to.be.closeTo(gain, 1e-9);
      }),
    );
    expect(gainOfVarianceRatio(60, 50)).to.be.closeTo(1, 1e-12);
    expect(gainOfVarianceRatio(-0.1, 50)).to.be.closeTo(-1, 1e-12);
  });

  it("of a walk without memory is 1 without bias, even over short runs: 20,000 of 60 steps, within 3 standard errors", () => {
    const [runs, horizon] = [20_000, 10];
    const ratios = Array.from({ length: runs }, (_, seed) => varianceRatio(loop(0, 60, seed), horizon) ?? NaN);
    const mean = ratios.reduce((sum, each) => sum + each, 0) / runs;
    const deviation = Math.sqrt(ratios.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / runs);
    expect(mean).to.be.closeTo(1, (3 * deviation) / Math.sqrt(runs));
  });

  it("does not see a drift, needs two horizons, and movement", () => {
    const returns = loop(0.3, 500, 9);
    const shifted = returns.map((each) => each + 100);
    expect(varianceRatio(shifted, 5)).to.be.closeTo(varianceRatio(returns, 5) ?? NaN, 1e-9);
    expect(varianceRatio(returns, 1)).to.be.closeTo(1, 1e-12);
    expect(varianceRatio(returns.slice(0, 9), 5)).to.equal(null);
    expect(varianceRatio(new Array<number>(20).fill(0), 5)).to.equal(null);
  });
});
