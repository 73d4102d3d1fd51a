import { expect } from "chai";
import { describe, it } from "mocha";
import { type CallTerms, fourierCall, type LogMoment } from "./fourier-call.ts";
import { doubleExponentialJump, hestonLogMoment, jumpDiffusionLogMoment, normalJump } from "./log-moments.ts";

const terms = (strike: number, rate: number, years: number, dividend = 0): CallTerms => ({ spot: 100, strike, rate, years, dividend });

/** The same with Heston's parameters v0, θ, κ, ε, ρ. */
function hestonMoment(v0: number, theta: number, kappa: number, epsilon: number, rho: number, years: number): LogMoment {
  const model = { startVariance: v0, longVariance: theta, reversion: kappa, volatilityOfVariance: epsilon, correlation: rho };
  return hestonLogMoment(model, years);
}

// The semi-analytic prices that the simulations are held against, themselves held against published ones.
describe("reference prices by Fourier integral", () => {
  const mertonMoment = jumpDiffusionLogMoment(0.2, 1, normalJump(-0.1, 0.15), 1);
  const kouMoment = jumpDiffusionLogMoment(0.16, 1, doubleExponentialJump(0.4, 1 / 10, 1 / 5), 0.5);
  const cases: readonly (readonly [name: string, terms: CallTerms, moment: LogMoment, published: number, tolerance: number])[] = [
    ["Merton 1976, series, strike 100", terms(100, 0.05, 1), mertonMoment, 12.761288593629, 1e-8],
    ["Merton 1976, series, strike 90", terms(90, 0.05, 1), mertonMoment, 18.698316186828, 1e-8],
    ["Merton 1976, series, strike 110", terms(110, 0.05, 1), mertonMoment, 8.258348698947, 1e-8],
    ["Kou 2002, numerical example, strike 98", terms(98, 0.05, 0.5), kouMoment, 9.14732, 5e-6],
    ["Alan Lewis's Heston", terms(100, 0.01, 1, 0.02), hestonMoment(0.04, 0.25, 4, 1, -0.5, 1), 16.070154917028834, 1e-6],
    ["Andersen 2008, case I", terms(100, 0, 10), hestonMoment(0.04, 0.04, 0.5, 1, -0.9, 10), 13.08467, 5e-6],
    ["Broadie and Kaya 2006, 1 year", terms(100, 0.0319, 1), hestonMoment(0.010201, 0.019, 6.21, 0.61, -0.7, 1), 6.8061, 5e-5],
    ["Broadie and Kaya 2006, 5 years", terms(100, 0.05, 5), hestonMoment(0.09, 0.09, 2, 1, -0.3, 5), 34.9998, 5e-5],
    ["Fang and Oosterlee 2008, 1 year", terms(100, 0, 1), hestonMoment(0.0175, 0.0398, 1.5768, 0.5751, -0.5711, 1), 5.785155, 1e-6],
    ["Fang and Oosterlee 2008, 10 years", terms(100, 0, 10), hestonMoment(0.0175, 0.0398, 1.5768, 0.5751, -0.5711, 10), 22.318946, 1e-6],
  ];
  for (const [name, each, moment, published, tolerance] of cases) {
    it(`${name}: ${published}`, () => expect(fourierCall(moment, each)).to.be.closeTo(published, tolerance));
  }

  it("Alan Lewis's put, by parity", () => {
    const call = fourierCall(hestonMoment(0.04, 0.25, 4, 1, -0.5, 1), terms(100, 0.01, 1, 0.02));
    expect(call - 100 * Math.exp(-0.02) + 100 * Math.exp(-0.01)).to.be.closeTo(17.055270961270109, 1e-6);
  });
});
