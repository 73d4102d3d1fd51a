import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Claim } from "../../src/hedger/claim.ts";
import { ironCondor } from "../../src/hedger/iron-condor.ts";
import { sizePosition } from "../../src/hedger/size-position.ts";
import { squareRootClaim } from "../../src/hedger/square-root-claim.ts";
import { straddle } from "../../src/hedger/straddle.ts";

const at = { spot: 205, tau: 0.1, vol: 0.9 };
const makers: readonly ((quantity: number) => Claim)[] = [
  (quantity) => straddle(quantity, 200),
  (quantity) => ironCondor(quantity, [160, 180, 220, 240]),
  squareRootClaim,
];

describe("sizing a position", () => {
  it("gives the quantity whose capital, dollar gamma or vega is the wanted one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...makers),
        fc.constantFrom("capital" as const, "dollar-gamma" as const, "vega" as const),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (make, by, amount) => {
          const { value, gamma, vega } = make(sizePosition(make(1), { by, amount }, at)).greeks(at.spot, at.tau, at.vol);
          const found = { capital: value, "dollar-gamma": gamma * at.spot * at.spot, vega }[by];
          expect((found - amount) / (1 + Math.abs(amount))).to.be.closeTo(0, 1e-13);
        },
      ),
    );
  });

  it("matches a pool's dollar gamma −V/4 by selling straddles", () => {
    const multiple = sizePosition(straddle(1, 205), { by: "dollar-gamma", amount: -25_000 }, at);
    expect(multiple).to.be.below(0);
    // At the money Γ·S² = S·2φ(σ√τ/2)/(σ√τ) for one straddle.
    const spread = at.vol * Math.sqrt(at.tau);
    const one = (205 * 2 * Math.exp((-spread * spread) / 8)) / Math.sqrt(2 * Math.PI) / spread;
    expect(multiple * one).to.be.closeTo(-25_000, 1e-8);
  });

  for (const { what, by, amount, tau, message } of [
    {
      what: "gamma of an expired straddle",
      by: "dollar-gamma",
      amount: 5,
      tau: 0,
      message: "straddle cannot be sized by dollar-gamma: one has 0 at price 205, 0 years",
    },
    { what: "vega of an expired straddle", by: "vega", amount: 5, tau: -1, message: "cannot be sized by vega" },
    { what: "no amount", by: "capital", amount: NaN, tau: 0.1, message: "finite number, not NaN" },
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => sizePosition(straddle(1, 200), { by, amount }, { ...at, tau })).to.throw(RangeError, message);
    });
  }

  it("refuses value of a straddle that is worth nothing, even to make it nothing", () => {
    expect(() => sizePosition(straddle(1, 205), { by: "capital", amount: 0 }, { ...at, tau: 0 })).to.throw(RangeError);
  });
});
