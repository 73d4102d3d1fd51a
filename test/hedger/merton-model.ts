import { expect } from "chai";
import { describe, it } from "mocha";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import { call } from "../../src/hedger/call.ts";
import { type MertonParameters, mertonModel } from "../../src/hedger/merton-model.ts";
import { put } from "../../src/hedger/put.ts";

const reference = { jumpsPerYear: 1, jumpMean: -0.1, jumpDeviation: 0.15, rate: 0.05 };

/** E[f(Y)] for Y = e^(mean + deviation·Z), by Simpson's rule over sixteen deviations. */
function meanOverJumps({ jumpMean, jumpDeviation }: MertonParameters, f: (factor: number) => number): number {
  const intervals = 1_600;
  let sum = 0;
  for (let i = 0; i <= intervals; i += 1) {
    const z = -8 + (16 * i) / intervals;
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-0.5 * z * z) * f(Math.exp(jumpMean + jumpDeviation * z));
  }
  return (sum * 16) / (3 * intervals) / Math.sqrt(2 * Math.PI);
}

describe("Merton's model", () => {
  // S = 100, T = 1, σ = 20 %: the series of Merton 1976, summed elsewhere.
  for (const [strike, value] of [
    [90, 18.698316186828],
    [100, 12.761288593629],
    [110, 8.258348698947],
  ] as const) {
    it(`prices a call on ${strike} at ${value}`, () => {
      expect(call(1, strike, mertonModel(reference)).value(100, 1, 0.2)).to.be.closeTo(value, 1e-11);
    });
  }

  it("is Black and Scholes' without jumps, and nearly so with jumps of nothing", () => {
    for (const strike of [70, 100, 140]) {
      const plain = blackScholes("call", strike, 0.05).greeks(100, 0.4, 0.6);
      const none = call(1, strike, mertonModel({ ...reference, jumpsPerYear: 0 })).greeks(100, 0.4, 0.6);
      const still = call(1, strike, mertonModel({ ...reference, jumpsPerYear: 50, jumpMean: 0, jumpDeviation: 0 })).greeks(100, 0.4, 0.6);
      for (const name of ["value", "delta", "gamma", "theta", "vega"] as const) {
        expect(none[name] / plain[name], name).to.be.closeTo(1, 1e-12);
        expect(still[name] / plain[name], name).to.be.closeTo(1, 1e-12);
      }
      expect(none.otherDrift).to.equal(0);
      expect(still.otherDrift).to.be.closeTo(0, 1e-11);
    }
  });

  it("with so many small jumps that they diffuse, is Black and Scholes' at their variance too", () => {
    const model = mertonModel({ jumpsPerYear: 4_000, jumpMean: 0, jumpDeviation: Math.sqrt(0.09 / 4_000) });
    expect(call(1, 105, model).value(100, 0.5, 0.4)).to.be.closeTo(blackScholes("call", 105).value(100, 0.5, 0.5), 2e-3);
  });

  it("has the jump integral λ·E[V(SY) − V(S) − (Y − 1)SΔ] as its other drift", () => {
    for (const parameters of [reference, { jumpsPerYear: 12, jumpMean: 0.03, jumpDeviation: 0.3 }]) {
      const model = mertonModel(parameters);
      for (const claim of [call(1, 90, model), put(1, 90, model), call(-2, 130, model)]) {
        const { value, delta, otherDrift } = claim.greeks(100, 0.3, 0.4);
        const jumps = meanOverJumps(parameters, (y) => claim.value(100 * y, 0.3, 0.4) - value - (y - 1) * 100 * delta);
        expect(otherDrift / (parameters.jumpsPerYear * jumps), claim.name).to.be.closeTo(1, 1e-9);
      }
    }
  });

  for (const [wrong, allowed] of [
    [{ jumpsPerYear: -1 }, "0 or more, not -1"],
    [{ jumpMean: NaN }, "finite number, not NaN"],
    [{ jumpDeviation: -0.1 }, "0 or more, not -0.1"],
  ] as const) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => mertonModel({ ...reference, ...wrong })).to.throw(RangeError, allowed);
    });
  }
});
