import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { erfc } from "../../src/hedger/erfc.ts";
import { normalCdf, normalPdf } from "../../src/hedger/normal.ts";
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

  it("ends at 0 and 1", () => {
    expect(normalCdf(-Infinity)).to.equal(0);
    expect(normalCdf(Infinity)).to.equal(1);
    expect(normalCdf(-40)).to.equal(0);
  });
});
