import { expect } from "chai";
import { describe, it } from "mocha";
import { hestonModel } from "../../src/hedger/heston-model.ts";
import { mertonModel } from "../../src/hedger/merton-model.ts";
import { replicatingStrip } from "../../src/hedger/replicating-strip.ts";
import { squareRootClaim } from "../../src/hedger/square-root-claim.ts";
import { strikeGrid } from "../../src/hedger/strike-grid.ts";
import { transformByRiccati } from "./heston-by-riccati.ts";

const fine = { liquidity: 1, centre: 1, strikes: strikeGrid(1, 400, 3_000) };

describe("replicating strip", () => {
  const every20th = Array.from({ length: 100 }, (_, i) => (i + 1) / 20);
  // What L = 1 loses against its tangent at 1, and what strikes every 0.05 up to 5 pay.
  for (const [spot, loss, discrete] of [
    [0.3, 0.2045549, 0.203919],
    [0.5, 0.0857864, 0.085518],
    [1.5, 0.0505103, 0.050636],
    [3, 0.5358984, 0.536295],
  ] as const) {
    it(`pays ${loss} at ${spot} times the centre with strikes close together, and ${discrete} with every twentieth`, () => {
      expect(replicatingStrip(fine).value(spot, 0, 0.8)).to.be.closeTo(loss, 5e-6);
      expect(replicatingStrip({ ...fine, strikes: every20th }).value(spot, 0, 0.8)).to.be.closeTo(discrete, 5e-7);
    });
  }

  for (const [vol, tau, share] of [
    [0.8, 1, 0.076884],
    [0.5, 30 / 365, 0.0025652],
  ] as const) {
    it(`costs ${share * 100} % of the pool at σ = ${vol} over ${Math.round(tau * 365)} days: 1 − e^(−σ²τ/8)`, () => {
      const cost = replicatingStrip(fine).value(1, tau, vol) / 2;
      expect(cost).to.be.closeTo(share, 1e-6);
      expect(cost).to.be.closeTo(-Math.expm1((-vol * vol * tau) / 8), 1e-6);
    });
  }

  it("is what the square-root claim lacks to its tangent, in value and greeks, away from the centre too", () => {
    const strip = replicatingStrip({ liquidity: 30, centre: 200, strikes: strikeGrid(200, 300, 3_000) });
    for (const spot of [120, 200, 310]) {
      const ours = strip.greeks(spot, 0.4, 0.9);
      const root = squareRootClaim(30).greeks(spot, 0.4, 0.9);
      const slope = 30 / Math.sqrt(200);
      expect((30 * Math.sqrt(200) + slope * spot - ours.value) / root.value).to.be.closeTo(1, 1e-5);
      expect((slope - ours.delta) / root.delta).to.be.closeTo(1, 1e-5);
      for (const name of ["gamma", "theta", "vega"] as const) expect(-ours[name] / root[name], name).to.be.closeTo(1, 1e-4);
    }
  });

  it("under jumps costs what the mean of the square root says: the diffusion's share and λ/2·(1 − 2e^(m/2 + d²/8) + e^(m + d²/2))", () => {
    const [m, d, lambda] = [-0.2, 0.1, 2];
    const jumps = (lambda / 2) * (1 - 2 * Math.exp(m / 2 + (d * d) / 8) + Math.exp(m + (d * d) / 2));
    expect(jumps).to.be.closeTo(0.0108963, 5e-8);
    const model = mertonModel({ jumpsPerYear: lambda, jumpMean: m, jumpDeviation: d });
    expect(replicatingStrip(fine, model).value(1, 0.5, 0.4) / 2).to.be.closeTo(-Math.expm1(-0.5 * (0.02 + jumps)), 1e-6);
  });

  it("under a moving variance costs one less E√S, by Riccati's equations", () => {
    const law = { meanReversion: 2, longVariance: 0.3, volOfVariance: 0.8, correlation: -0.6 };
    const coarse = { ...fine, strikes: strikeGrid(1, 60, 700) };
    const root = transformByRiccati(law, 0.5, 0.16, { re: 0.5, im: 0 }, 400).re;
    expect(replicatingStrip(coarse, hestonModel(law)).value(1, 0.5, 0.4) / 2).to.be.closeTo(1 - root, 2e-6);
  });

  for (const [what, wrong, message] of [
    ["strikes that do not rise", { strikes: [1, 0.5, 1, 2], centre: 0.5 }, "rise: 0.5 after 1"],
    ["equal strikes", { strikes: [0.5, 1, 1, 2], centre: 1 }, "rise: 1 after 1"],
    ["a centre that is no strike", { strikes: [0.5, 1.1, 2], centre: 1 }, "one of its strikes, with others below and above: 1 in"],
    ["strikes on one side alone", { strikes: [1, 1.5, 2], centre: 1 }, "one of its strikes"],
    ["strikes that are not positive", { strikes: [0, 1, 2], centre: 1 }, "not 0"],
    ["liquidity that is no number", { liquidity: NaN }, "finite number, not NaN"],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => replicatingStrip({ ...fine, ...wrong })).to.throw(RangeError, message);
    });
  }
});

describe("strike grid", () => {
  it("rises at equal ratios from the centre's reach below to its reach above", () => {
    const strikes = strikeGrid(200, 4, 2);
    expect(strikes).to.have.lengthOf(5);
    [50, 100, 200, 400, 800].forEach((strike, i) => expect(strikes[i]! / strike).to.be.closeTo(1, 1e-15));
    expect(strikes[2]).to.equal(200);
  });

  for (const [centre, reach, steps, message] of [
    [0, 2, 3, "positive price, not 0"],
    [1, 1, 3, "above 1, not 1"],
    [1, 2, 0.5, "from 1, not 0.5"],
  ] as const) {
    it(`refuses centre ${centre}, reach ${reach}, steps ${steps}`, () => {
      expect(() => strikeGrid(centre, reach, steps)).to.throw(RangeError, message);
    });
  }
});
