import { expect } from "chai";
import { describe, it } from "mocha";
import { knownOverSeeds } from "../../../src/ledger/measures/known-over-seeds.ts";
import { overSeeds } from "../../../src/ledger/measures/over-seeds.ts";

describe("a number over seeds", () => {
  it("1 to 5: mean 3, and 2.7764 standard errors of √0.5 to either side (Student's t, four degrees of freedom)", () => {
    const { value, interval } = overSeeds([1, 2, 3, 4, 5]);
    expect(value).to.equal(3);
    expect(interval?.[0]).to.be.closeTo(3 - 2.7764451 * Math.sqrt(0.5), 1e-6);
    expect(interval?.[1]).to.be.closeTo(3 + 2.7764451 * Math.sqrt(0.5), 1e-6);
  });

  it("in pairs is that of the differences", () => {
    expect(overSeeds([3, 5, 9], [1, 2, 4])).to.deep.equal(overSeeds([2, 3, 5]));
  });

  it("has no interval for fewer than three", () => {
    expect(overSeeds([1, 2])).to.deep.equal({ value: 1.5, interval: null });
  });

  it("is not known where one run has none", () => {
    expect(knownOverSeeds([1, null, 3])).to.equal(null);
    expect(knownOverSeeds([1, 2, 3])).to.deep.equal(overSeeds([1, 2, 3]));
  });
});
