import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import type { Claim } from "../../../src/hedger/claim.ts";
import { squareRootClaim } from "../../../src/hedger/square-root-claim.ts";
import { straddle } from "../../../src/hedger/straddle.ts";
import { checkBook } from "../../../src/ledger/books/check-book.ts";
import { bleedOfStep } from "../../../src/ledger/books/liquidity-position.ts";
import type { OptionStep } from "../../../src/ledger/books/option-lines.ts";
import { optionStep } from "../../../src/ledger/books/option-position.ts";

const SECOND = 1 / (365 * 86_400);

const claims: readonly Claim[] = [squareRootClaim(70), straddle(-5, 200), straddle(5, 200), blackScholes("call", 200)];

const step = fc.record({
  claim: fc.constantFrom(...claims),
  from: fc.double({ min: 20, max: 600, noNaN: true }),
  move: fc.double({ min: -0.6, max: 1, noNaN: true }),
  tau: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 3_600 }).map((seconds) => seconds * SECOND),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  seconds: fc.integer({ min: 1, max: 86_400 }),
  vol: fc.double({ min: 0.05, max: 3, noNaN: true }),
  volAfter: fc.double({ min: 0.05, max: 3, noNaN: true }),
  hedge: fc.double({ min: -20, max: 20, noNaN: true }),
});

function sum(lines: OptionStep): number {
  return lines.exposure + lines.premium + lines.bleed + lines.vega + lines.higherOrder;
}

describe("option position", () => {
  it("lines of every step add up to the change of value and hedge, over expiry and with a new volatility too", () => {
    fc.assert(
      fc.property(step, ({ claim, from, move, tau, seconds, vol, volAfter, hedge }) => {
        const before = { price: from, tau };
        const after = { price: from * (1 + move), tau: tau - seconds * SECOND };
        const change = claim.value(after.price, after.tau, volAfter) - claim.value(from, tau, vol) + hedge * (after.price - from);
        const lines = optionStep(claim, vol, before, after, hedge, volAfter);
        checkBook({ book: "option-twin", block: 1, startCapital: 2_000, lines: sum(lines), total: change });
      }),
      { numRuns: 2_000 },
    );
  });

  it("lines at the strike in the last seconds still add up", () => {
    const claim = straddle(-5, 200);
    for (const seconds of [1, 13, 60]) {
      for (const end of [120, 199.9, 200, 260]) {
        const lines = optionStep(claim, 0.9, { price: 200, tau: seconds * SECOND }, { price: end, tau: 0 }, 0);
        const change = -5 * Math.abs(end - 200) - claim.value(200, seconds * SECOND, 0.9);
        checkBook({ book: "short-straddle", block: 1, startCapital: 1_000, lines: sum(lines), total: change });
      }
    }
  });

  it("has no vega while volatility stays", () => {
    expect(optionStep(squareRootClaim(1), 0.9, { price: 200, tau: 0.1 }, { price: 180, tau: 0.09 }, 0).vega).to.equal(0);
  });

  it("says its lines in a case worked by hand", () => {
    // At S = 100 and expiry in a year, the value is 20·e^(−σ²/8), with σ²/8 = 0.125.
    const value = 20 * Math.exp(-0.125);
    const lines = optionStep(squareRootClaim(1), 1, { price: 100, tau: 1 }, { price: 110, tau: 0.99 }, -0.05);
    expect(lines.exposure).to.be.closeTo((value / 200 - 0.05) * 10, 1e-14);
    expect(lines.premium).to.be.closeTo(0.125 * value * 0.01, 1e-14);
    expect(lines.bleed).to.be.closeTo((-value / 8) * 0.01, 1e-14);
  });

  for (const claim of [squareRootClaim(70), straddle(-5, 200)]) {
    it(`a flipped gamma of the ${claim.name} claim breaks identity 1`, () => {
      const flipped: Claim = {
        ...claim,
        greeks: (...at) => {
          const greeks = claim.greeks(...at);
          return { ...greeks, gamma: -greeks.gamma };
        },
      };
      const change = flipped.value(190, 0.08, 0.9) - flipped.value(200, 0.081, 0.9);
      const lines = sum(optionStep(flipped, 0.9, { price: 200, tau: 0.081 }, { price: 190, tau: 0.08 }, 0));
      expect(() => checkBook({ book: "option-twin", block: 9, startCapital: 2_000, lines, total: change })).to.throw(
        IdentityError,
        "identity 1 is broken in block 9",
      );
    });
  }
});

describe("one gap, hedged", () => {
  // A one-month call sold at the money: S = K = 100, σ = 20 %, r = 5 %; loss and multiple of the premium.
  const published = [
    { gap: -0.05, loss: -0.84488, ofPremium: 0.336, byGamma: -0.859 },
    { gap: -0.1, loss: -2.9781, ofPremium: 1.186, byGamma: -3.437 },
  ] as const;
  for (const { gap, loss, ofPremium, byGamma } of published) {
    it(`of ${100 * gap} % costs the seller of a call ${-loss}, ${ofPremium} times the premium, and gamma overstates it`, () => {
      const call = blackScholes("call", 100, 0.05);
      const tau = 1 / 12;
      const { value, delta, gamma } = call.greeks(100, tau, 0.2);
      const exact = -(call.value(100 * (1 + gap), tau, 0.2) - value - delta * 100 * gap);
      const secondOrder = -0.5 * gamma * 10_000 * gap * gap;
      expect(exact).to.be.closeTo(loss, 5e-6);
      expect(-exact / value).to.be.closeTo(ofPremium, 5e-4);
      expect(secondOrder).to.be.closeTo(byGamma, 5e-4);
      expect(secondOrder).to.be.below(exact);
    });
  }

  it("is overstated by gamma for the sold straddle and understated for the pool and its option twin", () => {
    for (const gap of [-0.05, -0.1, -0.43]) {
      const end = 200 * (1 + gap);
      const after = { price: end, tau: 0.1 };
      const sold = optionStep(straddle(-5, 200), 0.2, { price: 200, tau: 0.1 }, after, 0);
      const twin = optionStep(squareRootClaim(70), 0.9, { price: 200, tau: 0.1 }, after, 0);
      expect(sold.higherOrder, "straddle").to.be.above(0);
      expect(twin.higherOrder, "twin").to.be.below(0);
      const poolValue = 2 * 70 * Math.sqrt(200);
      expect(bleedOfStep(70, 200, end), "pool").to.be.below((-poolValue * gap * gap) / 8);
      // With no time in the step, bleed and higher order of the twin are the pool's loss, in proportion to value.
      const twinValue = squareRootClaim(70).value(200, 0.1, 0.9);
      expect((twin.bleed + twin.higherOrder) / twinValue).to.be.closeTo(bleedOfStep(70, 200, end) / poolValue, 1e-15);
    }
  });

  it("is understated for the sold straddle too while the gap is small beside σ√τ: the lognormal skew comes first", () => {
    const higherOrder = (gap: number): number =>
      optionStep(straddle(-5, 200), 0.9, { price: 200, tau: 1 / 12 }, { price: 200 * (1 + gap), tau: 1 / 12 }, 0).higherOrder;
    expect(higherOrder(-0.1)).to.be.below(0);
    expect(higherOrder(-0.43)).to.be.above(0);
  });
});
