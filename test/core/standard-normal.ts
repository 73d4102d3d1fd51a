import { expect } from "chai";
import { describe, it } from "mocha";
import { exponential } from "../../src/core/exponential.ts";
import { pathStream } from "../../src/core/path-stream.ts";
import { standardNormal } from "../../src/core/standard-normal.ts";
import { normalCdf } from "../../src/hedger/normal.ts";

describe("standardNormal", () => {
  const count = 2_000_000;
  const normal = standardNormal(pathStream(21, 0));
  const sample = Float64Array.from({ length: count }, () => normal());
  const meanOf = (f: (x: number) => number): number => sample.reduce((sum, x) => sum + f(x), 0) / count;

  it("has the first eight moments of the normal law within four standard errors", () => {
    // E[x^2k] = (2k − 1)!!, and the variance of x^k is E[x^2k] − E[x^k]².
    const even = [1, 1, 3, 15, 105, 945, 10_395, 135_135, 2_027_025];
    const powers = new Float64Array(count).fill(1);
    for (let k = 1; k <= 8; k += 1) {
      const expected = k % 2 === 0 ? even[k / 2]! : 0;
      for (let i = 0; i < count; i += 1) powers[i]! *= sample[i]!;
      const mean = powers.reduce((sum, x) => sum + x, 0) / count;
      expect(Math.abs(mean - expected), `moment ${k}`).to.be.below(4 * Math.sqrt((even[k]! - expected * expected) / count));
    }
  });

  it("fills 1,000 cells of equal probability evenly (chi-square with 999 degrees of freedom), against the independent distribution function", () => {
    const cells = new Float64Array(1_000);
    for (const x of sample) cells[Math.min(999, Math.floor(normalCdf(x) * 1_000))]! += 1;
    const chiSquare = cells.reduce((sum, each) => sum + ((each - count / 1_000) * (each - count / 1_000)) / (count / 1_000), 0);
    expect(Math.abs(chiSquare - 999)).to.be.below(4 * Math.sqrt(2 * 999));
  });

  for (const from of [2.5, 3, 3.5, 3.654152885361009, 4, 4.5]) {
    it(`goes beyond ${from} as often as it should on either side, within four standard errors`, () => {
      const probability = normalCdf(-from);
      const tolerance = 4 * Math.sqrt(probability / count);
      expect(Math.abs(meanOf((x) => (x > from ? 1 : 0)) - probability)).to.be.below(tolerance);
      expect(Math.abs(meanOf((x) => (x < -from ? 1 : 0)) - probability)).to.be.below(tolerance);
    });
  }

  it("has no memory of the number before", () => {
    let [product, squares] = [0, 0];
    for (let i = 1; i < count; i += 1) {
      product += sample[i]! * sample[i - 1]!;
      squares += (sample[i]! * sample[i]! - 1) * (sample[i - 1]! * sample[i - 1]! - 1);
    }
    expect(Math.abs(product / count)).to.be.below(4 / Math.sqrt(count));
    expect(Math.abs(squares / count)).to.be.below((4 * 2) / Math.sqrt(count));
  });

  it("stays finite at the ends of the uniform numbers", () => {
    for (const end of [0, 1 - Number.EPSILON / 2, 0.5, 1 / 256]) {
      let calls = 0;
      const inner = pathStream(22, 0);
      expect(standardNormal(() => (calls++ === 0 ? end : inner()))()).to.satisfy(Number.isFinite);
    }
  });
});

describe("exponential", () => {
  it("has mean and variance 1, and is 0 at the least", () => {
    const random = pathStream(23, 0);
    const count = 200_000;
    const sample = Array.from({ length: count }, () => exponential(random));
    const mean = sample.reduce((sum, x) => sum + x, 0) / count;
    const square = sample.reduce((sum, x) => sum + x * x, 0) / count;
    expect(mean).to.be.closeTo(1, 4 / Math.sqrt(count));
    // Var[x²] = 4! − 2² = 20.
    expect(square).to.be.closeTo(2, 4 * Math.sqrt(20 / count));
    expect(exponential(() => 0)).to.equal(0);
    expect(exponential(() => 1 - Number.EPSILON / 2)).to.be.closeTo(53 * Math.LN2, 1e-12);
  });
});
