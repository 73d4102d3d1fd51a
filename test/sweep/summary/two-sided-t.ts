import { expect } from "chai";
import { describe, it } from "mocha";
import { studentQuantile } from "../../../src/ledger/measures/student.ts";
import { twoSidedT } from "../../../src/sweep/summary/two-sided-t.ts";

/** The root of the incomplete beta function I_x(ν/2, 1/2) = 0.05 with x = ν/(ν + t²), in 30 digits; the first four are in any printed table. */
const TABLE = [
  [1, 12.7062047361747046],
  [2, 4.3026527297494639],
  [4, 2.7764451051977944],
  [10, 2.2281388519862747],
  [999, 1.9623414611334498],
  [1_000, 1.9623390808264085],
  [1_001, 1.962336705280879],
  [2_000, 1.961150826099438],
  [5_000, 1.9604385517065079],
  [100_000, 1.9599877075346096],
  [999_999, 1.9599663568164793],
] as const;

describe("half the width of a 95 % interval in standard errors", () => {
  for (const [freedom, exact] of TABLE) {
    it(`with ${freedom} degrees of freedom is ${exact.toFixed(4)}`, () => expect(twoSidedT(freedom)).to.be.closeTo(exact, 1e-12));
  }

  it("has a closed form for one, two and four degrees of freedom (Shaw 2006, Sampling Student's T distribution)", () => {
    const alpha = 4 * 0.975 * 0.025;
    expect(twoSidedT(1)).to.be.closeTo(Math.tan(0.475 * Math.PI), 1e-12);
    expect(twoSidedT(2)).to.be.closeTo((2 * 0.475) / Math.sqrt(alpha / 2), 1e-14);
    const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
    expect(twoSidedT(4)).to.be.closeTo(2 * Math.sqrt(q - 1), 1e-14);
  });

  it("goes over from the sum to the expansion without a step, and they stay together", () => {
    for (const freedom of [1_001, 1_002, 1_500, 2_001, 4_000, 9_999]) {
      expect(twoSidedT(freedom), `${freedom}`).to.be.closeTo(studentQuantile(freedom), 1e-12);
    }
  });

  it("falls towards the normal quantile", () => {
    const falling = [1, 2, 3, 10, 1_000, 1_001, 1_002, 1e6, 1e9].map(twoSidedT);
    expect(falling).to.deep.equal([...falling].sort((a, b) => b - a));
    expect(twoSidedT(1e12)).to.be.closeTo(1.959963984540054, 1e-11);
  });
});
