import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Bins } from "../../../src/sweep/summary/bins.ts";
import { countInto } from "../../../src/sweep/summary/count-into.ts";
import { arbitraryColumns, arbitraryLengths } from "./arbitrary-columns.ts";
import { sourceOf } from "./source-of.ts";

const one = async (values: readonly number[], from: number, to: number, bins: number) =>
  (await countInto(sourceOf([values]).batches, [{ column: 0, from, to, bins }]))[0]!;

/** Looks at every edge for every value. */
function lookedUp(values: readonly number[], { from, to, bins }: Bins) {
  const edge = (i: number): number => (i === bins ? to : from + (i * (to - from)) / bins);
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values.filter((each) => each >= from && each <= to)) {
    let bin = bins - 1;
    while (value !== to && value < edge(bin)) bin -= 1;
    counts[bin]! += 1;
  }
  return { from, to, counts, below: values.filter((value) => value < from).length, above: values.filter((value) => value > to).length };
}

describe("counts in bins", () => {
  it("are those of a look at every edge, for any values, batches and bins", async () => {
    const ends = fc.oneof(
      fc.tuple(fc.double({ min: -1e307, max: 1e307, noNaN: true }), fc.double({ min: -1e307, max: 1e307, noNaN: true })),
      fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })),
      fc.constantFrom([0, 5e-324], [-1e-320, 1e-320], [1e7, 1e7 + 0.5], [0, 1], [-1e3, 1e3]),
    );
    const places = fc.array(fc.tuple(ends, fc.integer({ min: 1, max: 20 })), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(arbitraryColumns(60), arbitraryLengths, places, async (columns, lengths, drawn) => {
        const wanted = drawn.map(([[a, b], bins], i) => ({
          column: i % columns.length,
          from: Math.min(a, b),
          to: Math.max(a, b),
          bins,
        }));
        const found = await countInto(sourceOf(columns, lengths).batches, wanted);
        expect(found).to.deep.equal(wanted.map((each) => lookedUp(columns[each.column]!, each)));
        for (const { counts, below, above } of found) {
          expect(counts.reduce((sum, count) => sum + count, below + above)).to.equal(columns[0]!.length);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("are a bin's from its beginning to before the next, and the last one's up to its end", async () => {
    const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
    expect((await one(tenths, 0, 1, 10)).counts).to.deep.equal([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    expect(await one([-0.1, -0, 0, 0.9999999999999999, 1, 1.0000000000000002], 0, 1, 2)).to.deep.include({
      counts: [2, 2],
      below: 1,
      above: 1,
    });
    expect(await one([2, 3, 3, 4], 3, 3, 3)).to.deep.include({ counts: [0, 0, 2], below: 1, above: 1 });
    expect(await one([-Infinity, Infinity], 0, 1, 1)).to.deep.include({ counts: [0], below: 1, above: 1 });
  });

  it("are read in one pass, a column as often as it is wanted", async () => {
    const { batches, reads } = sourceOf([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const bins = { from: 0, to: 4, bins: 2 };
    const found = await countInto(batches, [
      { column: 1, ...bins },
      { column: 0, ...bins },
      { column: 1, ...bins, to: 6 },
    ]);
    expect(found.map(({ counts, above }) => [...counts, above])).to.deep.equal([
      [0, 1, 2],
      [1, 2, 0],
      [0, 3, 0],
    ]);
    expect(reads()).to.equal(1);
  });

  it("are refused for bins that are none, a column that is not there, and what is not a number", async () => {
    const wrong = [
      [1, 0, 1],
      [0, 1, 0],
      [0, 1, 1.5],
      [0, Infinity, 1],
      [NaN, 1, 1],
      [-1.5e308, 1.5e308, 2],
    ] as const;
    for (const [from, to, bins] of wrong) await refused(one([1], from, to, bins));
    await refused(one([0.5, NaN], 0, 1, 2));
    await refused(countInto(sourceOf([[1]]).batches, [{ column: 1, from: 0, to: 1, bins: 1 }]));
  });
});

async function refused(failing: Promise<unknown>): Promise<void> {
  const error = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(RangeError);
}
