import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import { batchInterval } from "../../../src/ledger/measures/batch-interval.ts";

function runningSum(steps: readonly number[]): number[] {
  const sums = [0];
  for (const step of steps) sums.push((sums.at(-1) ?? NaN) + step);
  return sums;
}

/** Share of runs whose interval holds the expected sum. */
function coverage(runs: number, run: (i: number) => { readonly steps: readonly number[]; readonly expected: number }): number {
  let held = 0;
  for (let i = 0; i < runs; i += 1) {
    const { steps, expected } = run(i);
    const [low, high] = batchInterval(runningSum(steps)) ?? [NaN, NaN];
    if (low <= expected && expected <= high) held += 1;
  }
  return held / runs;
}

describe("batch interval", () => {
  const runs = 4_000;
  const allowed = 3 * Math.sqrt((0.95 * 0.05) / runs);

  it("of 24 independent normal steps covers the expected sum in 95 % of runs, within 3 standard errors", () => {
    const normal = randomNormal.source(stream(1, "coverage"))();
    const share = coverage(runs, () => ({ steps: Array.from({ length: 24 }, () => 3 + 2 * normal()), expected: 72 }));
    expect(share).to.be.closeTo(0.95, allowed);
  });

  it("of 500 skewed steps too, whose number the batches do not divide", () => {
    const random = stream(2, "coverage");
    const share = coverage(runs, () => ({ steps: Array.from({ length: 500 }, () => -Math.log(1 - random())), expected: 500 }));
    expect(share).to.be.closeTo(0.95, allowed);
  });

  it("of steps with a memory shorter than a batch nearly so, where single steps would cover 74 %", () => {
    // A moving average of ten: the variance of the sum is about ten times that of independent steps of the same spread.
    const normal = randomNormal.source(stream(3, "coverage"))();
    const share = coverage(1_000, () => {
      const noise = Array.from({ length: 2_409 }, () => normal());
      const steps: number[] = [];
      let window = noise.slice(0, 9).reduce((sum, each) => sum + each, 0);
      for (let i = 9; i < noise.length; i += 1) {
        window += noise[i] ?? NaN;
        steps.push(window);
        window -= noise[i - 9] ?? NaN;
      }
      return { steps, expected: 0 };
    });
    expect(share).to.be.within(0.9, 0.97);
  });

  it("has the sum in its middle, whatever it starts at, and the width of Student's t", () => {
    // Batches of +1 and −1 in turn: variance 24/23 of a batch, half width 2.06866·√(24·24/23).
    const steps = Array.from({ length: 48 }, (_, i) => (Math.floor(i / 2) % 2 === 0 ? 0.5 : -0.5));
    const [low, high] = batchInterval(runningSum(steps).map((each) => each + 100)) ?? [NaN, NaN];
    expect((low + high) / 2).to.be.closeTo(0, 1e-9);
    expect((high - low) / 2).to.be.closeTo((2.0686576104190406 * 24) / Math.sqrt(23), 1e-9);
  });

  it("is a point where every batch is the same, and nothing where the run is shorter than the batches", () => {
    expect(batchInterval(runningSum(new Array<number>(48).fill(0.5)))).to.deep.equal([24, 24]);
    expect(batchInterval(runningSum(new Array<number>(24).fill(1)))).to.deep.equal([24, 24]);
    expect(batchInterval(runningSum(new Array<number>(23).fill(1)))).to.equal(null);
    expect(batchInterval([])).to.equal(null);
  });
});
