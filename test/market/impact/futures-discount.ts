import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type DiscountTerms, futuresDiscount } from "../../../src/market/impact/futures-discount.ts";

const HOUR = 3_600;

/** A path of log moves, each so many seconds after the one before. */
const paths = fc.array(
  fc.record({ move: fc.double({ min: -0.3, max: 0.3, noNaN: true }), seconds: fc.double({ min: 1, max: 200_000, noNaN: true }) }),
  { minLength: 1, maxLength: 40 },
);
const terms = fc.record({
  perFall: fc.double({ min: 0, max: 10, noNaN: true }),
  halfLife: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
});

function walk(path: readonly { readonly move: number; readonly seconds: number }[], rule: DiscountTerms): number {
  return path.reduce((before, { move, seconds }) => futuresDiscount(before, { from: 1, to: Math.exp(move), seconds }, rule), 0);
}

describe("market/impact: the discount of a future", () => {
  for (const [words, before, from, to, seconds, found] of [
    ["a half of a fall by a fifth", 0, 100, 80, 0, 0.5 * Math.log(1.25)],
    ["half of what was, after a half-life without a move", 0.1, 100, 100, 24 * HOUR, 0.05],
    ["a quarter after two", 0.1, 100, 100, 48 * HOUR, 0.025],
    ["both at once", 0.1, 100, 80, 24 * HOUR, 0.05 + 0.5 * Math.log(1.25)],
    ["less after a rise", 0.1, 100, 110, 0, 0.1 - 0.5 * Math.log(1.1)],
    ["none where a rise would have put the future above the price", 0.01, 100, 110, 0, 0],
    ["none after a rise from none", 0, 100, 101, 600, 0],
  ] as const)
    it(`${words}: ${found.toFixed(5)} from ${before}`, () =>
      expect(futuresDiscount(before, { from, to, seconds }, { perFall: 0.5, halfLife: 24 })).to.be.closeTo(found, 1e-15));

  it("is the largest sum of what the moves since any earlier block have left, and never below nothing (what is reflected at 0, by Lindley's maximum)", () => {
    fc.assert(
      fc.property(paths, terms, (path, rule) => {
        const leftOf = (since: number): number => {
          let [sum, age] = [0, 0];
          for (let i = path.length - 1; i >= since; i -= 1) {
            sum -= rule.perFall * path[i]!.move * Math.exp(-Math.LN2 * (age / HOUR / rule.halfLife));
            age += path[i]!.seconds;
          }
          return sum;
        };
        const largest = Math.max(0, ...path.map((_, since) => leftOf(since)));
        expect(walk(path, rule)).to.be.closeTo(largest, 1e-12 * (1 + largest));
      }),
    );
  });

  it("of a steady fall tends to what a block adds over what it takes away", () => {
    const path = Array.from({ length: 2_000 }, () => ({ move: -0.001, seconds: HOUR }));
    const kept = Math.exp(-Math.LN2 / 24);
    expect(walk(path, { perFall: 0.4, halfLife: 24 })).to.be.closeTo(0.0004 / (1 - kept), 1e-12);
  });

  it("there is none where falls do not open it", () => {
    fc.assert(
      fc.property(paths, (path) => {
        expect(walk(path, { perFall: 0, halfLife: 24 })).to.equal(0);
      }),
    );
  });
});
