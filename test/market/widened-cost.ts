import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { widenedCost } from "../../src/market/widened-cost.ts";

describe("market/widened-cost", () => {
  for (const [volatility, surge, found] of [
    [1, 1, 0.0005],
    [0.2, 1, 0.0005],
    [6, 1, 0.003],
    [4, 0.5, 0.001],
    [3, 2, 0.0045],
    [9, 0, 0.0005],
    [1e6, 1, 0.5],
  ] as const) {
    it(`of 5 basis points at ${volatility} times the usual volatility, with a power of ${surge}: ${1e4 * found} basis points`, () =>
      expect(widenedCost(0.0005, surge, volatility)).to.be.closeTo(found, 1e-15));
  }

  it("widens by the same factor wherever it starts: powers multiply", () => {
    const above = fc.double({ min: 1, max: 10, noNaN: true });
    fc.assert(
      fc.property(above, above, fc.double({ min: 0, max: 2, noNaN: true }), (first, second, surge) => {
        const both = widenedCost(1e-6, surge, first * second);
        expect(widenedCost(widenedCost(1e-6, surge, first), surge, second) / both).to.be.closeTo(1, 1e-12);
      }),
    );
  });
});
