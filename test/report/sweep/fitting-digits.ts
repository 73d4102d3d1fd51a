import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fittingDigits } from "../../../src/report/sweep/fitting-digits.ts";

describe("decimals that fit an error", () => {
  const cases: readonly (readonly [errors: readonly (number | null)[], digits: number])[] = [
    [[14.2], 0],
    [[0.53], 2],
    [[0.021], 3],
    [[0.0034], 4],
    [[0.021, 0.53], 3],
    [[null, 0, 2.1], 1],
    [[0.000_01, 0.53], 2],
    [[1e-12], 6],
    [[], 0],
    [[null], 0],
  ];
  for (const [errors, digits] of cases) {
    it(`${errors.join(" and ") || "nothing"}: ${digits}`, () => expect(fittingDigits(errors, 0, 6)).to.equal(digits));
  }

  it("shows two significant digits of a single error, and no more than it must", () =>
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 1e5, noNaN: true }), (error) => {
        const digits = fittingDigits([error], 0, 9);
        const shown = (places: number): number => Number((error * Number(`1e${places}`)).toPrecision(12));
        expect(shown(digits)).to.be.at.least(9.95);
        if (digits > 0) expect(shown(digits - 1)).to.be.below(9.96);
      }),
      { seed: 20_200_312 },
    ));
});
