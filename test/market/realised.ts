import { expect } from "chai";
import { describe, it } from "mocha";
import { lossVersusRebalancing, maxDrawdown, realisedVariance, volatilityPerDay } from "../../src/market/realised.ts";

describe("realised measures", () => {
  it("sum squared log returns", () => {
    expect(realisedVariance([1, Math.E, 1])).to.be.closeTo(2, 1e-15);
    expect(realisedVariance([5])).to.equal(0);
    expect(volatilityPerDay([1, Math.E, 1], 2 * 86_400)).to.be.closeTo(1, 1e-15);
    expect(volatilityPerDay([5], 0)).to.equal(0);
  });

  it("find the largest fall from a peak", () => {
    expect(maxDrawdown([100, 80, 120, 60, 90, 61])).to.equal(0.5);
    expect(maxDrawdown([1, 2, 3])).to.equal(0);
  });

  // Theory 2.2: a single gap J costs (1 − √(1+J))²/2 of the pool's value 2L√S; second order would say 0.125 % and 2.311 %.
  for (const [gap, share] of [
    [-0.1, 0.0013167],
    [-0.43, 0.0300166],
  ] as const)
    it(`price a gap of ${gap * 100} % at ${share * 100} % of the pool`, () => {
      expect(lossVersusRebalancing([100, 100 * (1 + gap)]) / (2 * Math.sqrt(100))).to.be.closeTo(share, 5e-8);
    });

  it("charge a monotone fall in ten steps what theory 9 says: (1−q)(1−q^n)/2", () => {
    const fall = (n: number): number[] => Array.from({ length: n + 1 }, (_, i) => Math.exp((Math.log(0.5) * i) / n));
    expect(lossVersusRebalancing(fall(1)) / 2).to.be.closeTo(0.0428932, 5e-8);
    expect(lossVersusRebalancing(fall(10)) / 2).to.be.closeTo(0.0049885, 5e-8);
  });

  it("agree with what a pool without fees loses to one arbitrageur, from its reserves", () => {
    const prices = [100, 93, 97, 60, 75];
    const liquidity = 1_234;
    let loss = 0;
    prices.slice(1).forEach((price, i) => {
      const before = prices[i] ?? NaN;
      const base = liquidity / Math.sqrt(price) - liquidity / Math.sqrt(before);
      const quote = liquidity * (Math.sqrt(price) - Math.sqrt(before));
      loss -= base * price + quote;
    });
    expect(loss / liquidity).to.be.closeTo(lossVersusRebalancing(prices), 1e-12);
  });
});
