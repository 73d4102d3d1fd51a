import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { erfc, erfcSides } from "../../src/hedger/erfc.ts";
import { normalCdf, normalPdf, normalSides } from "../../src/hedger/normal.ts";
import { derivative } from "./differences.ts";

describe("normal distribution", () => {
  // The rows up to 2 are those of Abramowitz and Stegun 1964, table 26.1; the others were computed with 40 digits.
  const published: readonly (readonly [x: number, probability: number])[] = [
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [1.959963984540054, 0.975],
    [-5, 2.866515718791939e-7],
    [-10, 7.61985302416052e-24],
  ];
  for (const [x, probability] of published) {
    it(`at ${x} is ${probability}`, () => {
      expect(normalCdf(x) / probability).to.be.closeTo(1, 1e-14);
    });
  }

  it("agrees with the series of the error function, to the last digits", () => {
    // Abramowitz and Stegun 7.1.6: erf x = 2/√π e^(−x²) Σ 2^n x^(2n+1)/(1·3·…·(2n+1)); all terms are positive.
    for (let x = -4; x <= 4; x += 1 / 64) {
      let term = x;
      let sum = 0;
      for (let n = 0; n < 200; n += 1, term *= (2 * x * x) / (2 * n + 1)) sum += term;
      const erf = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
      expect(erfc(x), `at ${x}`).to.be.closeTo(1 - erf, 2e-15);
    }
  });

  it("agrees with the continued fraction in the tail, to relative 2e-15", () => {
    // Abramowitz and Stegun 7.1.14.
    for (let x = 3; x <= 25; x += 0.25) {
      let fraction = x;
      for (let n = 120; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
      expect(erfc(x) / (Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction)), `at ${x}`).to.be.closeTo(1, 2e-15);
    }
  });

  it("is symmetric, and its slope is the density", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).to.be.closeTo(1, 3e-16);
        expect(derivative(normalCdf, x, 1e-3)).to.be.closeTo(normalPdf(x), 2e-12);
      }),
    );
  });

  it("gives both sides at once to the same bits as one after the other", () => {
    const sides = { x: NaN, below: NaN, above: NaN };
    const errors = { x: NaN, at: NaN, opposite: NaN };
    // Near the joints of the approximations, at the ends, and anywhere.
    const joints = [0.46875, 4, 26.543].flatMap((y) => [y * (1 - 1e-15), y, y * (1 + 1e-15)]);
    const numbers = fc.oneof(
      fc.constantFrom(0, -0, Infinity, NaN, ...joints, ...joints.map((y) => y * Math.SQRT2)),
      fc.double({ min: -1, max: 1 }),
      fc.double({ min: -30, max: 30 }),
    );
    fc.assert(
      fc.property(numbers, (x) => {
        sides.x = x;
        normalSides(sides);
        expect(Object.is(sides.below, normalCdf(x))).to.equal(true);
        expect(Object.is(sides.above, normalCdf(-x))).to.equal(true);
        errors.x = x;
        erfcSides(errors);
        expect(Object.is(errors.at, erfc(x))).to.equal(true);
        expect(Object.is(errors.opposite, erfc(-x))).to.equal(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it("joins its approximations without a step", () => {
    for (const joint of [0.46875, 4]) {
      const [left, right] = [joint * (1 - 1e-15), joint * (1 + 1e-15)];
      const slope = (-2 * Math.exp(-joint * joint)) / Math.sqrt(Math.PI);
      expect((erfc(left) + slope * (right - left)) / erfc(right), `at ${joint}`).to.be.closeTo(1, 2e-15);
    }
    expect(erfc(26.542)).to.be.above(0);
    expect(erfc(26.544)).to.equal(0);
  });

  it("ends at 0 and 1", () => {
    expect(normalCdf(-Infinity)).to.equal(0);
    expect(normalCdf(Infinity)).to.equal(1);
    expect(normalCdf(-40)).to.equal(0);
  });
});
