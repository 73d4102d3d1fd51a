import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import { call } from "../../src/hedger/call.ts";
import { explosionTime } from "../../src/hedger/explosion-time.ts";
import { type HestonParameters, hestonModel } from "../../src/hedger/heston-model.ts";
import { blankPoint, hestonTransform } from "../../src/hedger/heston-transform.ts";
import { put } from "../../src/hedger/put.ts";
import { derivative } from "./differences.ts";
import { callByRiccati, transformByRiccati } from "./heston-by-riccati.ts";

function terms(
  meanReversion: number,
  longVariance: number,
  volOfVariance: number,
  correlation: number,
  rate = 0,
  income = 0,
): HestonParameters {
  return { meanReversion, longVariance, volOfVariance, correlation, rate, income };
}

const lewis = terms(4, 0.25, 1, -0.5, 0.01, 0.02);

interface Published {
  readonly source: string;
  readonly parameters: HestonParameters;
  readonly variance: number;
  readonly tau: number;
  readonly value: number;
  readonly within: number;
}

const fang = terms(1.5768, 0.0398, 0.5751, -0.5711);
// Calls at 100 on a price of 100.
const published: readonly Published[] = [
  { source: "Andersen 2008, case I", parameters: terms(0.5, 0.04, 1, -0.9), variance: 0.04, tau: 10, value: 13.08467, within: 5e-6 },
  {
    source: "Broadie and Kaya 2006, table 1",
    parameters: terms(6.21, 0.019, 0.61, -0.7, 0.0319),
    variance: 0.010201,
    tau: 1,
    value: 6.8061,
    within: 5e-5,
  },
  {
    source: "Broadie and Kaya 2006, table 2",
    parameters: terms(2, 0.09, 1, -0.3, 0.05),
    variance: 0.09,
    tau: 5,
    value: 34.9998,
    within: 5e-5,
  },
  { source: "Fang and Oosterlee 2008, one year", parameters: fang, variance: 0.0175, tau: 1, value: 5.785155, within: 5e-7 },
  { source: "Fang and Oosterlee 2008, ten years", parameters: fang, variance: 0.0175, tau: 10, value: 22.318946, within: 5e-7 },
];

describe("Heston's model", () => {
  it("prices Alan Lewis's reference options, as they stand in QuantLib's tests, to eleven decimals", () => {
    expect(put(1, 100, hestonModel(lewis)).value(100, 1, 0.2)).to.be.closeTo(17.055270961270109, 1e-11);
    expect(call(1, 100, hestonModel(lewis)).value(100, 1, 0.2)).to.be.closeTo(16.070154917028834, 1e-11);
  });

  for (const { source, parameters, variance, tau, value, within } of published) {
    it(`prices the call of ${source}, at ${value}`, () => {
      expect(call(1, 100, hestonModel(parameters)).value(100, tau, Math.sqrt(variance))).to.be.closeTo(value, within);
    });
  }

  for (const { name, parameters, variance, tau, strike } of [
    { name: "Lewis's", parameters: lewis, variance: 0.04, tau: 1, strike: 80 },
    { name: "Andersen's case II", parameters: terms(0.3, 0.04, 0.9, -0.5), variance: 0.04, tau: 15, strike: 100 },
    { name: "Andersen's case III", parameters: terms(1, 0.09, 1, -0.3), variance: 0.09, tau: 5, strike: 140 },
  ]) {
    it(`agrees with Riccati's equations and Simpson's rule in ${name}, to 1e-7`, () => {
      const vol = Math.sqrt(variance);
      const independent = callByRiccati(parameters, 100, strike, tau, vol);
      expect(call(1, strike, hestonModel(parameters)).value(100, tau, vol)).to.be.closeTo(independent, 1e-7);
    });
  }

  it("has a transform without breaks: it agrees with Riccati's equations along every line of its strip", () => {
    const points = fc.record({
      parameters: fc.constantFrom(lewis, terms(0.5, 0.04, 1, -0.9), terms(8, 0.8, 3, 0.4)),
      tau: fc.double({ min: 0.01, max: 15, noNaN: true }),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      height: fc.double({ min: 0, max: 30, noNaN: true }),
    });
    const point = blankPoint();
    fc.assert(
      fc.property(points, ({ parameters, tau, place, height }) => {
        point.re = place;
        point.im = height;
        hestonTransform(parameters, tau, point);
        const modulus = Math.exp(point.levelRe + 0.09 * point.slopeRe);
        const angle = point.levelIm + 0.09 * point.slopeIm;
        const independent = transformByRiccati(parameters, tau, 0.09, { re: place, im: height }, 8_000);
        expect(modulus * Math.cos(angle)).to.be.closeTo(independent.re, 1e-7);
        expect(modulus * Math.sin(angle)).to.be.closeTo(independent.im, 1e-7);
      }),
      { numRuns: 40 },
    );
  });

  it("knows when a moment becomes infinite: just before, Riccati's solution is large", () => {
    for (const parameters of [lewis, terms(0.5, 0.04, 1, -0.9), terms(8, 0.8, 3, 0.4), terms(0.1, 0.04, 1, 0.9)]) {
      for (const p of [-20, -4, 3, 8, 40]) {
        const time = explosionTime(parameters, p);
        if (time === Infinity) continue;
        const point = blankPoint();
        point.re = p;
        point.im = 0;
        hestonTransform(parameters, time * (1 - 1e-6), point);
        // D ~ 2/(ξ²·(T* − τ)) at the pole of its equation.
        const { volOfVariance } = parameters;
        expect(0.5 * volOfVariance * volOfVariance * point.slopeRe * time * 1e-6, `${p}`).to.be.closeTo(1, 1e-3);
      }
    }
  });

  it("is Black and Scholes' where the variance hardly moves, in relative terms down to 1e-60 of the price", () => {
    const model = hestonModel(terms(2, 0.25, 1e-5, -0.5));
    for (const strike of [40, 70, 100, 101, 150, 400]) {
      for (const tau of [1 / 8_760, 0.01, 1]) {
        for (const kind of ["call", "put"] as const) {
          const plain = blackScholes(kind, strike).greeks(100, tau, 0.5);
          if (!(plain.value > 1e-60) || plain.value > 99 || Math.abs(plain.value - Math.abs(100 - strike)) < 1e-9) continue;
          const ours = (kind === "call" ? call : put)(1, strike, model).greeks(100, tau, 0.5);
          for (const name of ["value", "gamma"] as const) {
            expect(ours[name] / plain[name], `${kind} ${strike} ${tau} ${name}`).to.be.closeTo(1, 1e-3);
          }
        }
      }
    }
  });

  it("has κ(θ − v)V_v + ½ξ²v·V_vv + ρξv·S·V_Sv as its other drift, by finite differences in the variance", () => {
    for (const parameters of [lewis, terms(0.5, 0.04, 1, -0.9), terms(8, 0.8, 3, 0.4, 0.03)]) {
      const { meanReversion, longVariance, volOfVariance, correlation } = parameters;
      for (const claim of [
        call(1, 80, hestonModel(parameters)),
        put(2, 110, hestonModel(parameters)),
        put(-1, 80, hestonModel(parameters)),
      ]) {
        for (const tau of [0.02, 0.7]) {
          const variance = 0.16;
          const step = 0.004;
          const first = (v: number): number => derivative((x) => claim.value(100, tau, Math.sqrt(x)), v, step);
          const inVariance = first(variance);
          const twice = derivative(first, variance, step);
          const mixed = derivative((v) => claim.delta(100, tau, Math.sqrt(v)), variance, step);
          const drift =
            meanReversion * (longVariance - variance) * inVariance +
            0.5 * volOfVariance * volOfVariance * variance * twice +
            correlation * volOfVariance * variance * 100 * mixed;
          expect(claim.greeks(100, tau, 0.4).otherDrift, `${claim.name} ${tau}`).to.be.closeTo(drift, 2e-4 * Math.max(1, Math.abs(drift)));
        }
      }
    }
  });

  for (const [wrong, allowed] of [
    [{ meanReversion: 0 }, "above 0 a year, not 0"],
    [{ longVariance: -0.1 }, "0 or more, not -0.1"],
    [{ volOfVariance: 0 }, "above 0, not 0"],
    [{ correlation: -1 }, "ends excluded, not at -1"],
  ] as const) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => hestonModel({ ...lewis, ...wrong })).to.throw(RangeError, allowed);
    });
  }
});
