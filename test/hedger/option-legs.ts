import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholesModel } from "../../src/hedger/black-scholes-model.ts";
import { blackScholes } from "../../src/hedger/black-scholes.ts";
import { call } from "../../src/hedger/call.ts";
import { hestonModel } from "../../src/hedger/heston-model.ts";
import { ironCondor } from "../../src/hedger/iron-condor.ts";
import { blankMark } from "../../src/hedger/mark.ts";
import { mertonModel } from "../../src/hedger/merton-model.ts";
import { normalCdf } from "../../src/hedger/normal.ts";
import { optionLegs } from "../../src/hedger/option-legs.ts";
import type { PriceModel } from "../../src/hedger/price-model.ts";
import { put } from "../../src/hedger/put.ts";
import { straddle } from "../../src/hedger/straddle.ts";
import { strangle } from "../../src/hedger/strangle.ts";

const GREEKS = ["value", "delta", "gamma", "theta", "vega", "otherDrift"] as const;
const models: readonly PriceModel[] = [
  blackScholesModel(),
  mertonModel({ jumpsPerYear: 6, jumpMean: -0.08, jumpDeviation: 0.1 }),
  hestonModel({ meanReversion: 3, longVariance: 0.5, volOfVariance: 1.2, correlation: -0.6 }),
];

const legs = fc.array(
  fc.record({
    kind: fc.constantFrom("call" as const, "put" as const),
    strike: fc.constantFrom(80, 100, 125),
    quantity: fc.double({ min: -5, max: 5, noNaN: true }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("option legs", () => {
  it("are the sum of single options under every model, strikes repeated or not", () => {
    fc.assert(
      fc.property(legs, fc.constantFrom(...models), (position, model) => {
        const whole = optionLegs("any", position, model).greeks(95, 0.2, 0.7);
        for (const name of GREEKS) {
          const parts = position.map(({ kind, strike, quantity }) => {
            const [at, call, put] = [blankMark(), blankMark(), blankMark()];
            Object.assign(at, { spot: 95, tau: 0.2, vol: 0.7 });
            model.options(strike).mark(at, call, put);
            return quantity * (kind === "call" ? call : put)[name];
          });
          const size = parts.reduce((sum, part) => sum + Math.abs(part), 1);
          expect((whole[name] - parts.reduce((sum, part) => sum + part, 0)) / size, name).to.be.closeTo(0, 1e-14);
        }
      }),
    );
  });

  it("of one option are Black and Scholes' to the bit where no model is given", () => {
    expect(call(1, 110).greeks(95, 0.2, 0.7)).to.deep.equal(blackScholes("call", 110).greeks(95, 0.2, 0.7));
    expect(put(1, 110).greeks(95, 0.2, 0.7)).to.deep.equal(blackScholes("put", 110).greeks(95, 0.2, 0.7));
  });

  it("make a straddle, at the sum of its options, and a strangle that costs less", () => {
    for (const model of models) {
      const [calls, puts] = [call(2, 100, model).greeks(95, 0.2, 0.7), put(2, 100, model).greeks(95, 0.2, 0.7)];
      const whole = straddle(2, 100, model).greeks(95, 0.2, 0.7);
      for (const name of GREEKS)
        expect(whole[name], name).to.be.closeTo(calls[name] + puts[name], 1e-12 * Math.max(1, Math.abs(whole[name])));
      const both = calls.value + puts.value;
      expect(strangle(2, [90, 110], model).value(95, 0.2, 0.7)).to.be.below(both);
      expect(strangle(-1, [90, 110], model).value(70, 0, 0.7)).to.equal(-20);
    }
  });

  for (const [what, wrong, message] of [
    ["no legs", () => optionLegs("none", []), "at least one leg"],
    ["a strike of 0", () => call(1, 0), "positive number, not 0"],
    ["a negative strike", () => put(1, -5), "positive number, not -5"],
    ["an infinite strike", () => call(1, Infinity), "positive number, not Infinity"],
    ["a strike of 0 of a straddle", () => straddle(1, 0), "positive number, not 0"],
    ["no quantity", () => call(NaN, 100), "finite number, not NaN"],
    ["a strangle that is crossed", () => strangle(1, [110, 90]), "lower strike: 110, 90"],
    ["a condor whose strikes do not rise", () => ironCondor(1, [90, 95, 95, 110]), "rise: 90, 95, 95, 110"],
  ] as const) {
    it(`refuse ${what}`, () => {
      expect(wrong).to.throw(RangeError, message);
    });
  }
});

describe("iron condor", () => {
  // S = 4500, σ = 16 %, 30 days, r = 0.
  const [spot, tau, vol] = [4_500, 30 / 365, 0.16];
  const sold = ironCondor(-1, [4_200, 4_250, 4_700, 4_750]);
  const credit = -sold.value(spot, tau, vol);
  const result = (end: number): number => credit + sold.value(end, 0, vol);

  it("sold brings 11.398478 and earns 0.381441 on its first day", () => {
    expect(credit).to.be.closeTo(11.398478, 5e-7);
    expect(sold.value(spot, tau - 1 / 365, vol) + credit).to.be.closeTo(0.381441, 5e-7);
  });

  it("keeps the credit between the inner strikes, and loses 38.601522 beyond the wings and no more", () => {
    for (const end of [4_250, 4_500, 4_700]) expect(result(end)).to.be.closeTo(credit, 1e-12);
    for (const end of [1, 4_200, 4_750, 20_000]) expect(result(end)).to.be.closeTo(-38.601522, 5e-7);
  });

  it("breaks even at 4238.601522 and 4711.398478, between which it ends with a probability of 0.747045", () => {
    expect(result(4_238.601522)).to.be.closeTo(0, 1e-6);
    expect(result(4_711.398478)).to.be.closeTo(0, 1e-6);
    const below = (end: number): number => normalCdf((Math.log(end / spot) + 0.5 * vol * vol * tau) / (vol * Math.sqrt(tau)));
    expect(below(4_700 + credit) - below(4_250 - credit)).to.be.closeTo(0.747045, 5e-7);
  });

  it("is a straddle's short gamma with an end: its loss is bounded under every model", () => {
    for (const model of models) {
      const condor = ironCondor(-1, [80, 90, 110, 120], model);
      for (const end of [10, 60, 100, 150, 1_000]) {
        const value = condor.value(end, 0.1, 0.8);
        expect(value).to.be.within(-10 - 1e-9, 0);
      }
    }
  });
});
