import { expect } from "chai";
import { randomNormal } from "d3-random";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { settledClaim } from "../../src/hedger/settled-claim.ts";
import { squareRootClaim } from "../../src/hedger/square-root-claim.ts";
import { discreteStrip, strip } from "./carr-madan.ts";
import { derivative } from "./differences.ts";
import { moments } from "./moments.ts";

const cases = fc.record({
  liquidity: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
  spot: fc.double({ min: 1, max: 5_000, noNaN: true }),
  tau: fc.double({ min: 0.001, max: 2, noNaN: true }),
  vol: fc.double({ min: 0.05, max: 3, noNaN: true }),
});

describe("square-root claim", () => {
  it("pays a pool's value at expiry", () => {
    expect(squareRootClaim(3).value(400, 0, 0.9)).to.equal(2 * 3 * 20);
  });

  it("has a pool's dollar gamma, −value/4, and earns σ²/8 of its value as theta", () => {
    fc.assert(
      fc.property(cases, ({ liquidity, spot, tau, vol }) => {
        const { value, gamma, theta } = squareRootClaim(liquidity).greeks(spot, tau, vol);
        expect((spot * spot * gamma) / value).to.be.closeTo(-0.25, 1e-15);
        expect(theta / value / (vol * vol)).to.be.closeTo(0.125, 1e-15);
      }),
    );
  });

  it("has greeks that agree with finite differences of the value", () => {
    fc.assert(
      fc.property(cases, ({ liquidity, spot, tau, vol }) => {
        const claim = squareRootClaim(liquidity);
        const { value, delta, gamma, theta, vega } = claim.greeks(spot, tau, vol);
        const step = 1e-3;
        expect(value).to.equal(claim.value(spot, tau, vol));
        expect((derivative((s) => claim.value(s, tau, vol), spot, step * spot) * spot) / value).to.be.closeTo(
          (delta * spot) / value,
          1e-11,
        );
        const curve = derivative((s) => claim.greeks(s, tau, vol).delta, spot, step * spot);
        expect((curve * spot * spot) / value).to.be.closeTo((gamma * spot * spot) / value, 1e-11);
        const decay = -derivative((t) => claim.value(spot, t, vol), tau, step * tau);
        expect((decay * tau) / value).to.be.closeTo((theta * tau) / value, 1e-10);
        const slope = derivative((v) => claim.value(spot, tau, v), vol, step * vol);
        expect((slope * vol) / value).to.be.closeTo((vega * vol) / value, 1e-10);
      }),
    );
  });

  it("is the discounted mean of its payoff, by Monte Carlo within three standard errors", () => {
    const [spot, tau, vol] = [200, 0.5, 0.9];
    const normal = randomNormal.source(stream(11, "square-root-claim"))();
    const payoffs = Array.from({ length: 200_000 }, () => {
      const end = spot * Math.exp(-0.5 * vol * vol * tau + vol * Math.sqrt(tau) * normal());
      return 2 * Math.sqrt(end);
    });
    const { mean, standardError } = moments(payoffs);
    expect(mean).to.be.closeTo(squareRootClaim(1).value(spot, tau, vol), 3 * standardError);
  });

  it("is the tangent of its payoff less a Carr–Madan strip of options, away from the centre too", () => {
    for (const [spot, centre, tau, vol] of [
      [1, 1, 1, 0.8],
      [1.3, 1, 0.5, 0.6],
      [0.5, 1, 30 / 365, 0.5],
      [150, 200, 0.1, 1.2],
    ] as const) {
      const tangent = 2 * Math.sqrt(centre) + (spot - centre) / Math.sqrt(centre);
      const replicated = tangent - strip(spot, tau, vol, centre);
      expect(replicated / squareRootClaim(1).value(spot, tau, vol), `${spot} ${centre} ${tau} ${vol}`).to.be.closeTo(1, 1e-9);
    }
  });

  const prices: readonly (readonly [vol: number, tau: number, shareOfValue: number])[] = [
    [0.8, 1, 0.076884],
    [0.5, 30 / 365, 0.0025652],
  ];
  for (const [vol, tau, share] of prices) {
    it(`sold against its payoff costs ${share * 100} % at σ = ${vol} over ${Math.round(tau * 365)} days`, () => {
      const start = 2;
      expect(strip(1, tau, vol, 1) / start).to.be.closeTo(share, 1e-6);
      expect(1 - squareRootClaim(1).value(1, tau, vol) / start).to.be.closeTo(share, 1e-6);
    });
  }

  const losses: readonly (readonly [spot: number, loss: number, discrete: number])[] = [
    [0.3, 0.2045549, 0.203919],
    [0.5, 0.0857864, 0.085518],
    [1.5, 0.0505103, 0.050636],
    [3, 0.5358984, 0.536295],
  ];
  for (const [spot, loss, discrete] of losses) {
    it(`pays the tangent less ${loss} at ${spot} times the centre, as the strip does`, () => {
      const tangent = 2 + (spot - 1);
      expect(tangent - squareRootClaim(1).value(spot, 0, 0.8)).to.be.closeTo(loss, 5e-8);
      expect(strip(spot, 0, 0.8, 1)).to.be.closeTo(loss, 5e-6);
      expect(discreteStrip(spot, 1, 0.05, 5)).to.be.closeTo(discrete, 5e-7);
    });
  }

  it("once settled keeps the cash it paid, without slopes", () => {
    const settled = settledClaim(squareRootClaim(3), 400, 0.9);
    expect(settled.value(100, -1, 0.9)).to.equal(120);
    expect(settled.greeks(900, -2, 0.5)).to.deep.equal({ value: 120, delta: 0, gamma: 0, theta: 0, vega: 0, otherDrift: 0 });
  });
});
