import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { CrashError } from "../../../src/core/errors.ts";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { moments } from "../../../src/sweep/summary/moments.ts";
import { selectRanks } from "../../../src/sweep/summary/select-ranks.ts";
import type { SelectionLimits } from "../../../src/sweep/summary/selection-limits.ts";
import { arbitraryColumns, arbitraryLengths } from "./arbitrary-columns.ts";
import { sourceOf } from "./source-of.ts";

const COUNT = 40_000;
const normal = standardNormal(pathStream(1, 0));
const drawn = (of: (z: number, i: number) => number): Float64Array => Float64Array.from({ length: COUNT }, (_, i) => of(normal(), i));

/** Columns as a sweep has them, and some that are hard on a radix. */
const columns = {
  "about zero": drawn((z) => 1e5 * z),
  "far from zero": drawn((z) => 1e6 + z),
  "whole numbers": drawn((z) => Math.round(20 * Math.abs(z))),
  "mostly zero": drawn((z) => Math.min(z + 1, 0)),
  "of all sizes": drawn((z, i) => z * Math.exp((i % 1_400) - 700)),
  "neighbours in the last bits, between far outliers": drawn((z, i) =>
    i < 2 ? [-1e308, 1e308][i]! : 1 + Math.round(1_000 * z) * Number.EPSILON,
  ),
  "smaller than normal": drawn((z) => Math.round(1_000 * z) * Number.MIN_VALUE),
  "a constant": drawn(() => 7),
};
const values = Object.values(columns);
const ranks = [0, 1, 399, 400, 2_000, 10_000, 20_000, 20_001, 30_000, 38_000, 39_999];
const sorted = values.map((column) => [...column].sort((a, b) => a - b));
const expected = sorted.map((column) => Float64Array.from(ranks, (rank) => column[rank]! + 0));

async function select(limits: Partial<SelectionLimits>, lengths = [1_000]) {
  const { batches, reads } = sourceOf(values, lengths);
  const known = await moments(batches, values.length);
  const found = await selectRanks(
    batches,
    known,
    values.map(() => ranks),
    limits,
  );
  return { found, passes: reads() - 1 };
}

describe("selection of ranks", () => {
  it("finds what sorting finds, for any values, batches and limits", async () => {
    const limits = fc.record({
      budget: fc.constantFrom(0, 64, 300, 5_000, 1_000_000),
      columnBytes: fc.constantFrom(1, 64, 400, 65_536),
      buckets: fc.constantFrom(2, 3, 16, 1_000, 65_536),
    });
    const places = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(arbitraryColumns(200), arbitraryLengths, limits, places, async (drawnColumns, lengths, given, shares) => {
        const { batches } = sourceOf(drawnColumns, lengths);
        // Each column wants other ranks, some of them twice.
        const wanted = drawnColumns.map((column, i) => shares.slice(i).map((share) => Math.floor(share * column.length)));
        for (const each of wanted) each.sort((a, b) => a - b);
        const found = await selectRanks(batches, await moments(batches, drawnColumns.length), wanted, given);
        for (const [i, column] of drawnColumns.entries()) {
          const rising = [...column].sort((a, b) => a - b);
          expect([...found[i]!]).to.deep.equal(wanted[i]!.map((rank) => rising[rank]! + 0));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("keeps all values at once where they fit, in one pass", async () => {
    const { found, passes } = await select({});
    expect(found).to.deep.equal(expected);
    expect(passes).to.equal(1);
  });

  it("needs two passes where the values at the ranks fit, and few more where they do not", async () => {
    for (const [budget, expectedPasses] of [
      [1_600_000, 2],
      [400_000, 3],
      [100_000, 4],
    ] as const) {
      const { found, passes } = await select({ budget, columnBytes: budget / values.length });
      expect(found).to.deep.equal(expected);
      expect(passes, `with ${budget} bytes`).to.equal(expectedPasses);
    }
  });

  it("works columns off one after another where the budget is for one only, and with two buckets in no more passes than there are bits", async () => {
    const one = await select({ budget: 20_000, columnBytes: 20_000 });
    expect(one.found).to.deep.equal(expected);
    // None for the constant.
    expect(one.passes).to.be.within(2 * (values.length - 1), 6 * (values.length - 1));

    const least = await select({ budget: 0, buckets: 2 }, [COUNT]);
    expect(least.found).to.deep.equal(expected);
    expect(least.passes).to.be.at.most(64 * (values.length - 1));
  });

  it("does not depend on how the values are cut into batches", async () => {
    for (const lengths of [[COUNT], [0, 1, 4_999], [2_048]]) {
      expect((await select({ budget: 400_000, columnBytes: 40_000 }, lengths)).found).to.deep.equal(expected);
    }
  });

  it("does not read constants, nor columns of which nothing is wanted", async () => {
    const { batches, reads } = sourceOf([
      [3, 3],
      [-0, 0],
      [1, 2],
    ]);
    const known = await moments(batches, 3);
    const found = await selectRanks(batches, known, [[0, 1], [0], []]);
    expect(found.map((each) => [...each])).to.deep.equal([[3, 3], [0], []]);
    expect(reads()).to.equal(1);
  });

  it("refuses ranks that are outside, fall or are for other columns, and buckets that are none", async () => {
    const { batches } = sourceOf([[1, 2, 3]]);
    const known = await moments(batches, 1);
    for (const wanted of [[[3]], [[-1]], [[0.5]], [[2, 1]], [[NaN]], [[0], [0]], []]) {
      expect(await failure(selectRanks(batches, known, wanted)), JSON.stringify(wanted)).to.be.instanceOf(RangeError);
    }
    expect(await failure(selectRanks(batches, known, [[0]], { buckets: 1 }))).to.be.instanceOf(RangeError);
  });

  it("notices that values have changed from pass to pass", async () => {
    const known = await moments(sourceOf([[1, 2, 3, 4]]).batches, 1);
    for (const other of [
      [1, 2, 3],
      [1, 2, 3, 4, 4],
      [1, 2, 3, 5],
    ]) {
      for (const limits of [{}, { budget: 0, buckets: 2 }]) {
        const error = await failure(selectRanks(sourceOf([other]).batches, known, [[1]], limits));
        expect(error).to.be.instanceOf(CrashError).with.property("code", "SWEEP_VALUES_CHANGED");
      }
    }
  });
});

async function failure(failing: Promise<unknown>): Promise<unknown> {
  return failing.then(
    () => undefined,
    (error: unknown) => error,
  );
}
