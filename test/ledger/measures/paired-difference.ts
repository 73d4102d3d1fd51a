import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pairedDifference } from "../../../src/ledger/measures/paired-difference.ts";

describe("ledger/measures: the mean of paired differences", () => {
  it("Student's sleep data (1908): ten patients, mean 1.58 hours, from 0.70 to 2.46", () => {
    const first = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const second = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const { difference, interval } = pairedDifference(first, second);
    expect(difference).to.be.closeTo(1.58, 1e-12);
    // R's t.test(extra ~ group, data = sleep, paired = TRUE) prints 0.7001142 and 2.4598858.
    expect(interval?.[0]).to.be.closeTo(0.7001142, 5e-8);
    expect(interval?.[1]).to.be.closeTo(2.4598858, 5e-8);
  });

  it("one seed or two have a mean and no interval", () => {
    expect(pairedDifference([3], [1])).to.deep.equal({ difference: 2, interval: null });
    expect(pairedDifference([3, 5], [1, 1])).to.deep.equal({ difference: 3, interval: null });
  });

  it("turns its sign with the pairs, and shifts with what is added to one side", () => {
    const pairs = fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
      minLength: 3,
      maxLength: 20,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: -1000, max: 1000 }), (both, shift) => {
        const [first, second] = [both.map(([a]) => a), both.map(([, b]) => b)];
        const found = pairedDifference(first, second);
        const turned = pairedDifference(second, first);
        expect(turned.difference).to.be.closeTo(-found.difference, 1e-6);
        expect(turned.interval?.[0]).to.be.closeTo(-(found.interval?.[1] ?? NaN), 1e-5);
        const shifted = pairedDifference(
          first.map((each) => each + shift),
          second,
        );
        expect(shifted.difference).to.be.closeTo(found.difference + shift, 1e-6);
      }),
    );
  });
});
