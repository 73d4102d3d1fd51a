import { expect } from "chai";
import { describe, it } from "mocha";
import { syntheticPut } from "../../../src/hedger/insurance/synthetic-put.ts";
import { oneShotEquilibrium } from "../../../src/ledger/measures/one-shot-equilibrium.ts";

const LAMBDA = 5;
const put = syntheticPut({ strike: 1, units: 1 });
const insured = (price: number): number => put({ spot: price, tau: 1, vol: 0.15 }).base;

/** Theory 4.5(ii): insured share, pool's share of the market, and how much of the pool is hedged. */
const demand =
  (alpha: number, beta: number, hedged: number) =>
  (price: number): number =>
    alpha * (insured(price) - insured(1)) + ((1 - hedged) * beta * (1 / Math.sqrt(price) - 1)) / 2;

const fallOf = (alpha: number, beta: number, hedged: number, shock = -0.05): number =>
  Math.expm1(oneShotEquilibrium(shock, LAMBDA, demand(alpha, beta, hedged)) ?? NaN);

describe("ledger/measures: where a shocked price comes to rest", () => {
  for (const [alpha, beta, hedged, percent] of [
    [0, 0, 0, -4.88],
    [0, 0.2, 0, -3.91],
    [0, 0.2, 1, -4.88],
    [0.04, 0, 0, -9.61],
    [0.04, 0.2, 0, -6.59],
    [0.04, 0.2, 1, -9.61],
    [0.08, 0, 0, -20.92],
  ] as const) {
    it(`insured ${alpha}, pool ${beta} hedged by ${hedged}: ${percent} % (theory 4.5)`, () =>
      expect(fallOf(alpha, beta, hedged)).to.be.closeTo(percent / 100, 1e-4));
  }

  it("a pool hedged in full is no pool at all, to the last bit", () => {
    for (const alpha of [0, 0.02, 0.04, 0.08]) expect(fallOf(alpha, 0.2, 1)).to.equal(fallOf(alpha, 0, 0));
  });

  it("is where traders end who answer each other's trades until nothing moves, while the gain is below 1", () => {
    for (const [alpha, beta] of [
      [0, 0.2],
      [0.02, 0],
      [0.04, 0.2],
    ] as const) {
      const wants = demand(alpha, beta, 0);
      let log = 0;
      for (let i = 0; i < 400; i += 1) log = -0.05 + LAMBDA * wants(Math.exp(log));
      expect(oneShotEquilibrium(-0.05, LAMBDA, wants)).to.be.closeTo(log, 1e-12);
    }
  });

  it("small shocks are multiplied by 1/(1 − g), up and down", () => {
    const slope = (LAMBDA * (0.04 * 2.6521455)) / 1;
    for (const shock of [-1e-5, 1e-5]) {
      expect((oneShotEquilibrium(shock, LAMBDA, demand(0.04, 0, 0)) ?? NaN) / shock).to.be.closeTo(1 / (1 - slope), 2e-3);
    }
  });

  it("without a shock stays where it is, and with endless demand comes to rest nowhere", () => {
    expect(oneShotEquilibrium(0, LAMBDA, demand(0.04, 0.2, 0))).to.equal(0);
    expect(oneShotEquilibrium(-0.05, 2, Math.log)).to.equal(null);
  });

  it("jumps where a fold is passed: at a volatility of 4 % one per cent more insured makes the fall half as deep again", () => {
    const calm = syntheticPut({ strike: 0.9, units: 1 });
    const wants = (alpha: number) => (price: number) =>
      alpha * (calm({ spot: price, tau: 1, vol: 0.04 }).base - calm({ spot: 1, tau: 1, vol: 0.04 }).base);
    const falls = Array.from({ length: 60 }, (_, i) => -(oneShotEquilibrium(-0.05, LAMBDA, wants(0.02 + i * 0.0005)) ?? NaN));
    const jumps = falls.slice(1).map((each, i) => each / (falls[i] ?? NaN));
    expect(jumps.filter((each) => each > 1.5)).to.have.length(1);
    expect(jumps.filter((each) => each < 1)).to.have.length(0);
  });
});
