import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { insuredStrike } from "../../../src/hedger/insurance/insured-strike.ts";
import { syntheticPut } from "../../../src/hedger/insurance/synthetic-put.ts";
import { derivative } from "../differences.ts";
import { moments } from "../moments.ts";

const SEED = 1987;
const [SPOT, HORIZON, VOL] = [200, 0.5, 0.2];
const [CAPITAL, FLOOR] = [1_000_000, 900_000];

const plans = fc.record({
  share: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
  spot: fc.double({ min: 1, max: 5_000, noNaN: true }),
  tau: fc.double({ min: 0.01, max: 2, noNaN: true }),
  vol: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  move: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
});

describe("hedger/insurance: the put that insures a capital", () => {
  it("costs the whole capital and pays the floor: units·(spot + put) and units·strike", () => {
    fc.assert(
      fc.property(plans, ({ share, spot, tau, vol }) => {
        const insurance = insuredStrike(CAPITAL, share * CAPITAL, spot, tau, vol);
        const { value, put } = syntheticPut(insurance)({ spot, tau, vol });
        expect(value / CAPITAL).to.be.closeTo(1, 1e-9);
        expect((put + insurance.units * spot) / CAPITAL).to.be.closeTo(1, 1e-9);
        expect((insurance.units * insurance.strike) / CAPITAL).to.be.closeTo(share, 1e-12);
      }),
    );
  });

  it("has the strike at the spot where the floor is 1/(1 + put/spot): 0.9466 at 20 % over half a year", () => {
    // An option at the money costs 2N(σ√T/2) − 1 of the spot.
    const { strike, units } = insuredStrike(1 + 0.056372, 1, 1, 0.5, 0.2);
    expect(strike).to.be.closeTo(1, 1e-5);
    expect(units).to.be.closeTo(1, 1e-5);
  });

  for (const [name, capital, floor, tau, vol] of [
    ["no floor", 100, 0, 1, 0.2],
    ["a floor of the whole capital", 100, 100, 1, 0.2],
    ["a floor above it", 100, 101, 1, 0.2],
    ["no number", 100, NaN, 1, 0.2],
    ["no time", 100, 90, 0, 0.2],
    ["no volatility", 100, 90, 1, 0],
  ] as const) {
    it(`refuses ${name}`, () => expect(() => insuredStrike(capital, floor, 1, tau, vol)).to.throw(RangeError));
  }
});

describe("hedger/insurance: a synthetic put", () => {
  for (const [spot, weight] of [
    [1, 0.5],
    [0.9, 0.221135],
    [0.8, 0.052546],
  ] as const) {
    it(`of strike 1 over half a year at 20 % has ${weight} in stock at a price of ${spot} (theory 4.1)`, () => {
      const target = syntheticPut({ strike: 1, units: 3 })({ spot, tau: 0.5, vol: 0.2 });
      expect(target.stockWeight).to.be.closeTo(weight, 5e-7);
      expect((target.base * spot) / target.value).to.be.closeTo(weight, 5e-7);
    });
  }

  it("holds the slope of what it is meant to be worth, and trades its curvature, by finite differences", () => {
    fc.assert(
      fc.property(plans, ({ share, spot, tau, vol, move }) => {
        const insurance = insuredStrike(1, share, spot, tau, vol);
        const rule = syntheticPut(insurance);
        const at = spot * Math.exp(move * vol * Math.sqrt(tau));
        const bump = 1e-3 * at * vol * Math.sqrt(tau);
        const target = rule({ spot: at, tau, vol });
        const slope = derivative((s) => rule({ spot: s, tau, vol }).value, at, bump);
        const curvature = derivative((s) => rule({ spot: s, tau, vol }).base, at, bump);
        expect((target.base / slope - 1) * target.stockWeight).to.be.closeTo(0, 1e-8);
        expect((curvature - target.gamma) * at * at).to.be.closeTo(0, 1e-7);
      }),
    );
  });

  it("sells into a fall and buys into a rise, whatever floor and horizon", () => {
    fc.assert(
      fc.property(plans, ({ share, spot, tau, vol, move }) => {
        const rule = syntheticPut(insuredStrike(1, share, spot, tau, vol));
        const [before, after] = [rule({ spot, tau, vol }), rule({ spot: spot * Math.exp(move), tau, vol })];
        expect((after.base - before.base) * Math.sign(move)).to.be.at.least(0);
      }),
    );
  });

  it("at the horizon is all asset above the strike, all cash below, and half of it on the strike", () => {
    const rule = syntheticPut({ strike: 100, units: 2 });
    expect(rule({ spot: 120, tau: 0, vol: 0.2 })).to.deep.equal({ base: 2, stockWeight: 1, value: 240, put: 0, gamma: 0 });
    expect(rule({ spot: 80, tau: -1, vol: 0.2 })).to.deep.equal({ base: 0, stockWeight: 0, value: 200, put: 40, gamma: 0 });
    expect(rule({ spot: 100, tau: 0, vol: 0.2 }).base).to.equal(1);
  });

  const insurance = insuredStrike(CAPITAL, FLOOR, SPOT, HORIZON, VOL);
  const rule = syntheticPut(insurance);

  /** What a self-financing book in asset and cash has at the horizon beyond the put, per unit of capital, over paths without drift. */
  function misses(steps: number, paths: number): { readonly error: number; readonly end: number }[] {
    const dt = HORIZON / steps;
    return Array.from({ length: paths }, (_, path) => {
      const normal = standardNormal(pathStream(SEED, path, steps));
      let [spot, value] = [SPOT, CAPITAL];
      for (let i = 0; i < steps; i += 1) {
        const { base } = rule({ spot, tau: HORIZON - i * dt, vol: VOL });
        const next = spot * Math.exp(-0.5 * VOL * VOL * dt + VOL * Math.sqrt(dt) * normal());
        value += base * (next - spot);
        spot = next;
      }
      const end = rule({ spot, tau: 0, vol: VOL }).value;
      return { error: (value - end) / CAPITAL, end: end / CAPITAL };
    });
  }

  it("traded often comes to the put: its error has no mean and halves with four times the trades", () => {
    const errors = [16, 64, 256].map((steps) => moments(misses(steps, 3_000).map(({ error }) => error)));
    for (const { mean, standardError } of errors) expect(Math.abs(mean)).to.be.below(3 * standardError);
    // Between Derman and Kamal's √N law and what is left of it at few trades (theory 3.3: 0.42775/0.21814 = 1.961).
    for (const i of [1, 2]) expect((errors[i - 1]?.deviation ?? NaN) / (errors[i]?.deviation ?? NaN)).to.be.closeTo(1.97, 0.13);
  });

  it("is worth what it pays on average: 60,000 ends have a mean of the capital within 3 standard errors", () => {
    const ends = moments(misses(1, 60_000).map(({ end }) => end));
    expect(Math.abs(ends.mean - 1)).to.be.below(3 * ends.standardError);
    expect(ends.standardError).to.be.below(0.001);
  });

  it("falls short of its put in a gap, by −½Γ·J²S² to second order", () => {
    const before = rule({ spot: SPOT, tau: HORIZON, vol: VOL });
    const shortfall = (jump: number): number => {
      const after = rule({ spot: SPOT * (1 + jump), tau: HORIZON, vol: VOL });
      return before.value + before.base * SPOT * jump - after.value;
    };
    expect(shortfall(-0.2)).to.be.below(-0.01 * CAPITAL);
    expect(shortfall(-0.001) / (-0.5 * before.gamma * SPOT * SPOT * 1e-6)).to.be.closeTo(1, 0.01);
  });
});
