import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholesModel } from "../../src/hedger/black-scholes-model.ts";
import { hestonModel } from "../../src/hedger/heston-model.ts";
import { blankMark, type Mark } from "../../src/hedger/mark.ts";
import { mertonModel } from "../../src/hedger/merton-model.ts";
import type { PriceModel } from "../../src/hedger/price-model.ts";
import { derivative } from "./differences.ts";

interface Case {
  readonly model: PriceModel;
  readonly rate: number;
  readonly income: number;
}

const cases: readonly Case[] = [0, 0.04].flatMap((rate) => {
  const income = rate / 2;
  return [
    { model: blackScholesModel(rate), rate, income: 0 },
    { model: mertonModel({ jumpsPerYear: 1, jumpMean: -0.1, jumpDeviation: 0.15, rate, income }), rate, income },
    { model: mertonModel({ jumpsPerYear: 40, jumpMean: 0.02, jumpDeviation: 0.1, rate, income }), rate, income },
    {
      model: hestonModel({ meanReversion: 4, longVariance: 0.25, volOfVariance: 1, correlation: -0.5, rate, income }),
      rate,
      income,
    },
    {
      model: hestonModel({ meanReversion: 0.5, longVariance: 0.04, volOfVariance: 1, correlation: -0.9, rate, income }),
      rate,
      income,
    },
    { model: hestonModel({ meanReversion: 8, longVariance: 0.8, volOfVariance: 3, correlation: 0.4, rate, income }), rate, income },
  ];
});

/** A strike within four deviations of the diffusion, anything from an hour to two years away. */
const moments = fc
  .record({
    case: fc.constantFrom(...cases),
    moneyness: fc.double({ min: -4, max: 4, noNaN: true }),
    logTau: fc.double({ min: Math.log(1 / 8_760), max: Math.log(2), noNaN: true }),
    vol: fc.double({ min: 0.15, max: 1.5, noNaN: true }),
  })
  .map(({ moneyness, logTau, vol, ...rest }) => {
    const tau = Math.exp(logTau);
    return { ...rest, tau, vol, spot: 100, strike: 100 * Math.exp(Math.max(-2, Math.min(2, moneyness * vol * Math.sqrt(tau)))) };
  });

function pairOf(model: PriceModel, strike: number): (spot: number, tau: number, vol: number) => readonly [call: Mark, put: Mark] {
  const options = model.options(strike);
  return (spot, tau, vol) => {
    const [at, call, put] = [blankMark(), blankMark(), blankMark()];
    Object.assign(at, { spot, tau, vol });
    options.mark(at, call, put);
    return [call, put];
  };
}

describe("price models", () => {
  it("keep put-call parity in value and every slope", () => {
    fc.assert(
      fc.property(moments, ({ case: { model, rate, income }, spot, strike, tau, vol }) => {
        const [call, put] = pairOf(model, strike)(spot, tau, vol);
        const asset = spot * Math.exp(-income * tau);
        const bond = strike * Math.exp(-rate * tau);
        expect((call.value - put.value - asset + bond) / (spot + strike)).to.be.closeTo(0, 1e-13);
        expect(call.delta - put.delta).to.be.closeTo(asset / spot, 1e-13);
        expect(call.gamma).to.equal(put.gamma);
        expect(call.vega).to.equal(put.vega);
        expect(call.otherDrift).to.equal(put.otherDrift);
        expect((call.theta - put.theta - income * asset + rate * bond) / (spot + strike)).to.be.closeTo(0, 1e-12);
      }),
    );
  });

  it("have greeks that agree with finite differences of the value", () => {
    fc.assert(
      fc.property(moments, ({ case: { model }, spot, strike, tau, vol }) => {
        const at = pairOf(model, strike);
        const wide = spot * vol * Math.sqrt(tau);
        for (const i of [0, 1] as const) {
          const mark = at(spot, tau, vol)[i];
          const scale = spot + strike;
          const slope = (of: "value" | "delta"): number => derivative((s) => at(s, tau, vol)[i][of], spot, 1e-3 * wide);
          expect(slope("value"), "delta").to.be.closeTo(mark.delta, 2e-8);
          expect(slope("delta") * wide, "gamma").to.be.closeTo(mark.gamma * wide, 1e-7);
          const decay = -derivative((t) => at(spot, t, vol)[i].value, tau, 2e-3 * tau);
          expect((decay * tau) / scale, "theta").to.be.closeTo((mark.theta * tau) / scale, 2e-9);
          const inVol = derivative((v) => at(spot, tau, v)[i].value, vol, 2e-3 * vol);
          expect((inVol * vol) / scale, "vega").to.be.closeTo((mark.vega * vol) / scale, 2e-9);
        }
      }),
    );
  });

  it("solve their pricing equation: θ + ½σ²S²Γ + (r − q)SΔ − rV + the other drift = 0", () => {
    fc.assert(
      fc.property(moments, ({ case: { model, rate, income }, spot, strike, tau, vol }) => {
        for (const { value, delta, gamma, theta, otherDrift } of pairOf(model, strike)(spot, tau, vol)) {
          const residual = theta + 0.5 * vol * vol * spot * spot * gamma + (rate - income) * spot * delta - rate * value + otherDrift;
          expect((residual * tau) / (spot + strike)).to.be.closeTo(0, 1e-14);
          if (model.name === "black-scholes") expect(otherDrift).to.equal(0);
        }
      }),
    );
  });

  it("have the delta alone that they have among the greeks", () => {
    fc.assert(
      fc.property(moments, ({ case: { model }, spot, strike, tau, vol }) => {
        const [call, put] = pairOf(model, strike)(spot, tau, vol);
        expect(model.options(strike).delta("call", spot, tau, vol)).to.equal(call.delta);
        expect(model.options(strike).delta("put", spot, tau, vol)).to.be.closeTo(put.delta, 1e-16);
      }),
    );
  });

  it("keep values between their bounds, falling and convex in the strike, minutes before expiry and far in the wings", () => {
    for (const { model, rate, income } of cases) {
      for (const tau of [1 / 525_600, 1 / 365, 0.5]) {
        const [asset, bond] = [100 * Math.exp(-income * tau), Math.exp(-rate * tau)];
        const strikes = Array.from({ length: 100 }, (_, i) => 4 * (1 + i));
        const calls = strikes.map((strike) => pairOf(model, strike)(100, tau, 0.8)[0].value);
        calls.forEach((value, i) => {
          const at = `${model.name}, strike ${strikes[i]}, ${tau} years`;
          expect(value, at).to.be.at.least(Math.max(asset - strikes[i]! * bond, 0) - 1e-12);
          expect(value, at).to.be.at.most(asset + 1e-12);
          if (i > 0) expect(value, at).to.be.at.most(calls[i - 1]! + 1e-12);
          if (i > 1) expect(value - 2 * calls[i - 1]! + calls[i - 2]!, at).to.be.at.least(-1e-12);
        });
      }
    }
  });

  it("are their intrinsic value at and after expiry, without gamma, theta, vega and drift", () => {
    for (const { model } of cases) {
      for (const tau of [0, -1]) {
        const [call, put] = pairOf(model, 90)(100, tau, 0.8);
        const flat = { gamma: 0, theta: 0, vega: 0, otherDrift: 0 };
        expect(call, model.name).to.deep.include({ value: 10, delta: 1, ...flat });
        expect(put, model.name).to.deep.include({ value: 0, ...flat });
        expect(pairOf(model, 100)(100, tau, 0.8)[1].delta, model.name).to.equal(-0.5);
      }
    }
  });
});
