import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { isqrt } from "../../src/amm/integer-square-root.ts";

describe("amm/integer-square-root", () => {
  it("is the floor of the root for the first ten thousand numbers", () => {
    let root = 0n;
    for (let n = 0n; n < 10_000n; n += 1n) {
      if ((root + 1n) * (root + 1n) <= n) root += 1n;
      expect(isqrt(n)).to.equal(root);
    }
  });

  it("is the floor of the root up to 224 bits, the widest product of two reserves", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 224n }), (n) => {
        const root = isqrt(n);
        expect(root * root <= n && (root + 1n) * (root + 1n) > n).to.equal(true);
      }),
    );
  });

  it("is exact on, one below and one above a perfect square", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n, max: 2n ** 112n }), (root) => {
        expect([isqrt(root * root - 1n), isqrt(root * root), isqrt(root * root + 1n)]).to.deep.equal([root - 1n, root, root]);
      }),
    );
  });

  it("goes beyond what a double can hold", () => {
    for (const bits of [1_022n, 1_023n, 1_024n, 1_025n, 4_000n, 9_999n]) {
      const root = isqrt(2n ** bits - 1n);
      expect(root * root <= 2n ** bits - 1n && (root + 1n) * (root + 1n) > 2n ** bits - 1n).to.equal(true);
    }
  });

  it("refuses a negative number", () => {
    expect(() => isqrt(-1n)).to.throw(RangeError);
  });
});
