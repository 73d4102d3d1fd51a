import { expect } from "chai";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { leastSquares } from "../../../src/ledger/measures/least-squares.ts";

describe("ledger/measures: a line by least squares", () => {
  it("through Anscombe's first set is 3.00 + 0.500·x (Anscombe 1973, Graphs in Statistical Analysis)", () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    const line = leastSquares(x, y);
    expect(line?.slope).to.be.closeTo(0.500091, 5e-7);
    expect(line?.intercept).to.be.closeTo(3.000091, 5e-7);
    expect(line?.points).to.equal(11);
  });

  it("knows its slope as well as it says where scatter grows with x², and where it does not: 4,000 samples", () => {
    for (const wild of [0, 1]) {
      const normal = standardNormal(stream(4 + wild, "scatter"));
      const lines = Array.from({ length: 4_000 }, () => {
        const x = Array.from({ length: 200 }, () => normal());
        return leastSquares(
          x,
          x.map((each) => 2 * each + (1 - wild + wild * each * each) * normal()),
        );
      });
      const slopes = lines.map((line) => line?.slope ?? NaN);
      const mean = slopes.reduce((sum, each) => sum + each, 0) / slopes.length;
      const deviation = Math.sqrt(slopes.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / slopes.length);
      const said = Math.sqrt(
        lines.reduce((sum, line) => sum + (line?.standardError ?? NaN) * (line?.standardError ?? NaN), 0) / lines.length,
      );
      expect(mean).to.be.closeTo(2, (3 * deviation) / Math.sqrt(slopes.length));
      // White's error is a little small in small samples: 7 % here where the scatter is wild. Of equal scatter it would say a quarter of it.
      expect(said / deviation).to.be.within(0.9, 1.05);
    }
  });

  it("is exact on a line, and nothing without five points or where x stands still", () => {
    const line = leastSquares([1, 2, 3, 4, 6], [5, 7, 9, 11, 15]);
    expect(line?.slope).to.be.closeTo(2, 1e-14);
    expect(line?.intercept).to.be.closeTo(3, 1e-14);
    expect(line?.standardError).to.be.closeTo(0, 1e-14);
    expect(leastSquares([1, 2, 3, 4], [1, 2, 3, 4])).to.equal(null);
    expect(leastSquares([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])).to.equal(null);
  });
});
