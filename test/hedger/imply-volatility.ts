import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { implyVolatility } from "../../src/hedger/imply-volatility.ts";
import { squareRootClaim } from "../../src/hedger/square-root-claim.ts";
import { optionStep } from "../../src/ledger/books/option-position.ts";

const DAY = 1 / 365;

const paths = fc
  .record({
    start: fc.double({ min: 1, max: 5_000, noNaN: true }),
    returns: fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 60 }),
    expiryDays: fc.double({ min: 3, max: 365, noNaN: true }),
  })
  .filter(({ returns }) => returns.some((r) => Math.abs(r) > 1e-4))
  .map(({ start, returns, expiryDays }) => {
    const prices = [start];
    for (const r of returns) prices.push(prices[prices.length - 1]! * (1 + r));
    return { prices, taus: prices.map((_, i) => (expiryDays - (2 * i) / returns.length) * DAY) };
  });

describe("implied volatility of a path", () => {
  it("makes theta of the option twin pay its bleed", () => {
    fc.assert(
      fc.property(paths, ({ prices, taus }) => {
        const vol = implyVolatility(prices, taus);
        const claim = squareRootClaim(7);
        let [premium, bleed] = [0, 0];
        for (let i = 1; i < prices.length; i += 1) {
          const step = optionStep(claim, vol, { price: prices[i - 1]!, tau: taus[i - 1]! }, { price: prices[i]!, tau: taus[i]! }, 0);
          premium += step.premium;
          bleed += step.bleed;
        }
        expect(premium / -bleed).to.be.closeTo(1, 1e-12);
      }),
    );
  });

  it("is the volatility of a path that moves the same share every step", () => {
    const [vol, dt] = [0.8, DAY / 100];
    const taus = Array.from({ length: 101 }, (_, i) => 30 * DAY - i * dt);
    const prices = taus.map((_, i) => (i % 2 === 0 ? 200 : 200 * (1 + vol * Math.sqrt(dt))));
    const down = 1 / (1 + vol * Math.sqrt(dt)) - 1;
    const found = implyVolatility(prices, taus);
    expect(found).to.be.below(vol);
    expect(found).to.be.above(-down / Math.sqrt(dt));
  });

  it("is the plain square root for one step: |ΔS/S|/√Δt", () => {
    expect(implyVolatility([100, 90], [0.1, 0.09])).to.be.closeTo(1, 1e-13);
  });

  it("does not depend on what is left after expiry", () => {
    const prices = [100, 95, 102, 60, 140];
    expect(implyVolatility(prices, [0.02, 0.01, 0, -0.01, -0.02])).to.equal(implyVolatility(prices.slice(0, 3), [0.02, 0.01, 0]));
  });

  it("is 0 for a path that never moves, and no number without time", () => {
    expect(implyVolatility([100, 100, 100], [0.3, 0.2, 0.1])).to.equal(0);
    expect(() => implyVolatility([100, 90], [0.1, 0.1])).to.throw(RangeError);
    expect(() => implyVolatility([100], [0.1])).to.throw(RangeError);
    expect(() => implyVolatility([100, 90], [0.1])).to.throw(RangeError);
  });
});
