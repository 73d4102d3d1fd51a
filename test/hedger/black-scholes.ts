import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import { straddle } from "../../src/hedger/straddle.ts";
import { derivative } from "./differences.ts";

const MONTH = 1 / 12;

/** An option somewhere between four deviations in and out of the money. */
const cases = fc
  .record({
    kind: fc.constantFrom("call" as const, "put" as const),
    strike: fc.double({ min: 1, max: 5_000, noNaN: true }),
    moneyness: fc.double({ min: -4, max: 4, noNaN: true }),
    tau: fc.double({ min: 0.002, max: 2, noNaN: true }),
    vol: fc.double({ min: 0.05, max: 2, noNaN: true }),
    rate: fc.double({ min: 0, max: 0.1, noNaN: true }),
  })
  .filter(({ vol, tau }) => vol * Math.sqrt(tau) > 0.02 && vol * Math.sqrt(tau) < 2)
  .map((c) => ({ ...c, spot: c.strike * Math.exp(c.moneyness * c.vol * Math.sqrt(c.tau)) }));

describe("Black–Scholes", () => {
  it("prices QuantLib's DiscreteHedging option at 2.51207, with vega 11.45784", () => {
    const { value, vega } = blackScholes("call", 100, 0.05).greeks(100, MONTH, 0.2);
    expect(value).to.be.closeTo(2.51207, 5e-6);
    expect(vega).to.be.closeTo(11.45784, 5e-6);
  });

  it("has the delta and gamma of Whalley and Wilmott's example, and its half-width", () => {
    const call = blackScholes("call", 100, 0.05);
    const { delta, gamma } = call.greeks(100, MONTH, 0.2);
    expect(delta).to.be.closeTo(0.54024, 5e-6);
    expect(call.delta(100, MONTH, 0.2)).to.be.closeTo(0.54024, 5e-6);
    expect(gamma).to.be.closeTo(0.068747, 5e-8);
    const halfWidth = Math.cbrt(1.5 * Math.exp(-0.05 * MONTH) * 0.002 * 100 * gamma * gamma);
    expect(halfWidth).to.be.closeTo(0.112186, 5e-7);
  });

  it("prices the iron condor of 4200/4250/4700/4750 at 11.398478, and its first day at 0.381441", () => {
    const [spot, vol] = [4_500, 0.16];
    const legs = [
      [blackScholes("put", 4_250), 1],
      [blackScholes("put", 4_200), -1],
      [blackScholes("call", 4_700), 1],
      [blackScholes("call", 4_750), -1],
    ] as const;
    const creditAt = (days: number): number => legs.reduce((sum, [claim, sign]) => sum + sign * claim.value(spot, days / 365, vol), 0);
    expect(creditAt(30)).to.be.closeTo(11.398478, 5e-7);
    expect(creditAt(30) - creditAt(29)).to.be.closeTo(0.381441, 5e-7);
  });

  it("keeps put-call parity: C − P = S − K·e^(−rτ)", () => {
    fc.assert(
      fc.property(cases, ({ spot, strike, tau, vol, rate }) => {
        const call = blackScholes("call", strike, rate).greeks(spot, tau, vol);
        const put = blackScholes("put", strike, rate).greeks(spot, tau, vol);
        const scale = spot + strike;
        expect((call.value - put.value - spot + strike * Math.exp(-rate * tau)) / scale).to.be.closeTo(0, 1e-15);
        expect(call.delta - put.delta).to.be.closeTo(1, 1e-15);
        expect(call.gamma).to.equal(put.gamma);
        expect(call.vega).to.equal(put.vega);
        expect((call.theta - put.theta + rate * strike * Math.exp(-rate * tau)) / scale).to.be.closeTo(0, 1e-13);
      }),
    );
  });

  it("has greeks that agree with finite differences of the value", () => {
    fc.assert(
      fc.property(cases, ({ kind, spot, strike, tau, vol, rate }) => {
        const claim = blackScholes(kind, strike, rate);
        const greeks = claim.greeks(spot, tau, vol);
        const root = Math.sqrt(tau);
        const bump = 1e-3 * spot * vol * root;
        const slope = (f: (s: number) => number): number => derivative(f, spot, bump);
        expect(greeks.value).to.equal(claim.value(spot, tau, vol));
        expect(slope((s) => claim.value(s, tau, vol))).to.be.closeTo(greeks.delta, 1e-9);
        expect(slope((s) => claim.greeks(s, tau, vol).delta) * spot * vol * root).to.be.closeTo(greeks.gamma * spot * vol * root, 1e-9);
        const decay = -derivative((t) => claim.value(spot, t, vol), tau, 1e-3 * tau);
        expect((decay * tau) / (spot + strike)).to.be.closeTo((greeks.theta * tau) / (spot + strike), 1e-9);
        const slopeInVol = derivative((v) => claim.value(spot, tau, v), vol, 1e-3 * vol);
        expect((slopeInVol * vol) / (spot + strike)).to.be.closeTo((greeks.vega * vol) / (spot + strike), 1e-9);
      }),
    );
  });

  it("solves the equation of Black and Scholes: θ + ½σ²S²Γ + rSΔ = rV", () => {
    fc.assert(
      fc.property(cases, ({ kind, spot, strike, tau, vol, rate }) => {
        const { value, delta, gamma, theta } = blackScholes(kind, strike, rate).greeks(spot, tau, vol);
        const residual = theta + 0.5 * vol * vol * spot * spot * gamma + rate * (spot * delta - value);
        expect((residual * tau) / (spot + strike)).to.be.closeTo(0, 1e-14);
      }),
    );
  });

  it("is its intrinsic value at and after expiry, without gamma, theta and vega", () => {
    for (const tau of [0, -1]) {
      const flat = { gamma: 0, theta: 0, vega: 0, otherDrift: 0 };
      expect(blackScholes("call", 100).greeks(120, tau, 0.8)).to.deep.equal({ value: 20, delta: 1, ...flat });
      expect(blackScholes("put", 100).greeks(120, tau, 0.8)).to.deep.include({ value: 0, ...flat });
      expect(blackScholes("put", 100).greeks(80, tau, 0.8)).to.deep.equal({ value: 20, delta: -1, ...flat });
      expect(straddle(-2, 100).greeks(80, tau, 0.8)).to.deep.include({ value: -40, delta: 2 });
      expect(straddle(-2, 100).greeks(80, tau, 0.8).gamma).to.be.closeTo(0, 0);
      expect(straddle(3, 100).greeks(100, tau, 0.8).delta).to.equal(0);
    }
  });
});

describe("straddle", () => {
  it("at the money is worth about 0.7979·S·σ√τ, and loses twice as fast at a quarter of the time", () => {
    const long = straddle(1, 2_000);
    expect(long.value(2_000, 0.01, 0.8) / (2_000 * 0.8 * 0.1)).to.be.closeTo(2 * 0.3989423, 3e-4);
    const ratio = long.greeks(2_000, 0.01, 0.8).theta / long.greeks(2_000, 0.04, 0.8).theta;
    expect(ratio).to.be.closeTo(2 * Math.exp((0.8 * 0.8 * 0.03) / 8), 1e-12);
  });

  it("sold has negative gamma and earns theta", () => {
    const { gamma, theta, value } = straddle(-5, 200).greeks(190, 0.05, 0.9);
    expect(value).to.be.below(0);
    expect(gamma).to.be.below(0);
    expect(theta).to.be.above(0);
  });
});
