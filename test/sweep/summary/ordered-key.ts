import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { keyOf, valueOf } from "../../../src/sweep/summary/ordered-key.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("the key of a double", () => {
  it("is in the order of the numbers, and gives the number back", () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        expect(keyOf(a) < keyOf(b)).to.equal(a < b);
        expect(valueOf(keyOf(a))).to.equal(a + 0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("differs by 1 between neighbours", () => {
    const rising = [-Number.MIN_VALUE, 0, Number.MIN_VALUE];
    expect(rising.map(keyOf)).to.deep.equal([-1n, 0n, 1n]);
    expect(keyOf(-0)).to.equal(0n);
    expect(keyOf(1 + Number.EPSILON) - keyOf(1)).to.equal(1n);
    expect(keyOf(-1) - keyOf(-1 - Number.EPSILON)).to.equal(1n);
    expect(keyOf(2) - keyOf(1)).to.equal(1n << 52n);
    expect(keyOf(Infinity) - keyOf(Number.MAX_VALUE)).to.equal(1n);
  });
});
