import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { blockTimes } from "../../src/market/block-times.ts";

describe("blockTimes", () => {
  it("are whole, strictly increasing, from the start to no later than the end", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("poisson" as const, "fixed" as const),
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer(),
        (process, mean, length, seed) => {
          const times = blockTimes(process, mean, 1_000, 1_000 + length, stream(seed, "blocks"));
          expect(times[0]).to.equal(1_000);
          expect(times.at(-1)).to.be.at.most(1_000 + length);
          expect(times.every((time, i) => Number.isInteger(time) && time > (times[i - 1] ?? 0))).to.equal(true);
        },
      ),
    );
  });

  it("come at random with the stated mean and the deviation of a Poisson process", () => {
    const times = blockTimes("poisson", 13.2, 0, 1_320_000, stream(1, "blocks"));
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? NaN));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / gaps.length);
    expect(times.length - 1).to.be.closeTo(100_000, 3 * Math.sqrt(100_000));
    expect(mean).to.be.closeTo(13.2, (3 * 13.2) / Math.sqrt(gaps.length));
    // Rounding to whole seconds adds its own spread of about a tenth; gaps below a second are rare.
    expect(deviation).to.be.closeTo(13.2, 0.15);
  });

  it("come evenly where they are fixed", () => {
    expect(blockTimes("fixed", 12, 100, 148, stream(1, "blocks"))).to.deep.equal([100, 112, 124, 136, 148]);
    expect(blockTimes("fixed", 1.5, 0, 6, stream(1, "blocks"))).to.deep.equal([0, 2, 3, 5, 6]);
  });

  it("refuse a mean below a second", () => {
    expect(() => blockTimes("fixed", 0.5, 0, 10, stream(1, "blocks"))).to.throw(RangeError);
  });
});
