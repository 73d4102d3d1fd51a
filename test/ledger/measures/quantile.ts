import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { gapStatistics } from "../../../src/ledger/measures/gap.ts";
import { ascending, quantile } from "../../../src/ledger/measures/quantile.ts";

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const numbers = fc.array(number, { minLength: 1, maxLength: 60 });

describe("quantile", () => {
  // numpy.quantile([15, 20, 35, 40, 50], p), whose default is type 7.
  const known: readonly (readonly [p: number, value: number])[] = [
    [0, 15],
    [0.05, 16],
    [0.25, 20],
    [0.4, 29],
    [0.5, 35],
    [0.95, 48],
    [1, 50],
  ];
  for (const [p, value] of known) {
    it(`${p} of 15, 20, 35, 40, 50 is ${value}`, () => expect(quantile([15, 20, 35, 40, 50], p)).to.be.closeTo(value, 1e-12));
  }

  it("at k/(n − 1) is the number in place k of the sorted ones", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = ascending(values);
        expect([...sorted]).to.deep.equal(values.map(Number).sort((a, b) => a - b));
        for (const [k, value] of sorted.entries()) {
          const found = quantile(sorted, sorted.length === 1 ? 0.5 : k / (sorted.length - 1));
          expect(Math.abs(found - value)).to.be.at.most(1e-13 * (Math.abs(sorted[0] ?? 0) + Math.abs(sorted.at(-1) ?? 0)));
        }
      }),
    );
  });

  it("rises with p, between the least and the most, and leaves its input as it was", () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p, q) => {
        const copy = [...values];
        const sorted = ascending(values);
        expect(values).to.deep.equal(copy);
        const [low, high] = [quantile(sorted, Math.min(p, q)), quantile(sorted, Math.max(p, q))];
        const rounding = 1e-12 * (Math.abs(sorted[0] ?? 0) + Math.abs(sorted.at(-1) ?? 0));
        expect(low).to.be.at.most(high + rounding);
        expect(low).to.be.at.least((sorted[0] ?? NaN) - rounding);
        expect(high).to.be.at.most((sorted.at(-1) ?? NaN) + rounding);
      }),
    );
  });

  it("of nothing is nothing", () => expect(quantile([], 0.5)).to.be.NaN);
});

describe("gap statistics", () => {
  it("take distance to either side, as a share of the reference", () => {
    const gap = gapStatistics([101, 98, 100, 105, 100], [100, 100, 100, 100, 100]);
    expect(gap.median).to.be.closeTo(0.01, 1e-12);
    // Places 3 and 4 of five hold 2 % and 5 %; 0.95 lies four fifths of the way.
    expect(gap.p95).to.be.closeTo(0.044, 1e-12);
    expect(gap.max).to.be.closeTo(0.05, 1e-12);
  });

  it("compare each block with its own reference", () => {
    expect(gapStatistics([100, 200, 50], [100, 200, 50])).to.deep.equal({ median: 0, p95: 0, max: 0 });
    expect(gapStatistics([110, 180], [100, 200]).max).to.be.closeTo(0.1, 1e-12);
  });
});
