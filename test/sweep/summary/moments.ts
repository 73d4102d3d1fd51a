import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { moments } from "../../../src/sweep/summary/moments.ts";
import { arbitraryColumns, arbitraryLengths } from "./arbitrary-columns.ts";
import { exactMoments } from "./exact-moments.ts";
import { sourceOf } from "./source-of.ts";

const numbers = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);
const alternating = (start: number): readonly number[] => [
  Number(`${start}.2`),
  ...Array.from({ length: 1_000 }, (_, i) => Number(`${start}.${i % 2 === 0 ? 1 : 3}`)),
];

/** Transmittance of a filter (NIST StRD, Mavro). */
const MAVRO = numbers(`
  2.00180 2.00170 2.00180 2.00190 2.00180 2.00170 2.00150 2.00140 2.00150 2.00150 2.00170 2.00180 2.00180 2.00190 2.00190 2.00210 2.00200
  2.00160 2.00140 2.00130 2.00130 2.00150 2.00150 2.00160 2.00150 2.00140 2.00130 2.00140 2.00150 2.00140 2.00150 2.00160 2.00150 2.00160
  2.00190 2.00200 2.00200 2.00210 2.00220 2.00230 2.00240 2.00250 2.00270 2.00260 2.00260 2.00260 2.00270 2.00260 2.00250 2.00240`);

/** Speed of light in 1879, in km/s above 299,000 (NIST StRD, Michelso, in thousands of km/s). */
const MICHELSON = numbers(`
  850 740 900 1070 930 850 950 980 980 880 1000 980 930 650 760 810 1000 1000 960 960 960 940 960 940 880 800 850 880 900 840 830 790 810 880
  880 830 800 790 760 800 880 880 880 860 720 720 620 860 970 950 880 910 850 870 840 840 850 840 840 840 890 810 810 820 800 770 760 740 750
  760 910 920 890 860 880 720 840 850 850 780 890 840 780 810 760 810 790 810 820 850 870 870 810 740 810 940 950 800 810 870`);

/** Certified mean and deviation; the tolerances are what rounding the data to doubles leaves of the deviation. */
const CERTIFIED = [
  ["Mavro", MAVRO, 2.001856, 0.000429123454003053, 1e-12],
  ["Michelso", MICHELSON.map((speed) => (299_000 + speed) / 1_000), 299.8524, 0.0790105478190518, 1e-12],
  ["NumAcc1", [10_000_001, 10_000_003, 10_000_002], 10_000_002, 1, 0],
  ["NumAcc2", alternating(1), 1.2, 0.1, 1e-14],
  ["NumAcc3", alternating(1_000_000), 1_000_000.2, 0.1, 1e-9],
  ["NumAcc4", alternating(10_000_000), 10_000_000.2, 0.1, 1e-8],
] as const;

describe("moments of columns", () => {
  for (const [name, values, mean, deviation, tolerance] of CERTIFIED) {
    it(`are those that NIST certifies for ${name}`, async () => {
      for (const lengths of [[values.length], [1], [1, 0, 13]]) {
        const found = await moments(sourceOf([values], lengths).batches, 1);
        expect(found.count).to.equal(values.length);
        expect(found.means[0]! / mean).to.be.closeTo(1, 3e-16);
        expect(found.deviations[0]! / deviation).to.be.closeTo(1, tolerance);
      }
    });
  }

  it("are those of exact arithmetic, whatever the values and their batches", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryColumns(60), arbitraryLengths, async (columns, lengths) => {
        const found = await moments(sourceOf(columns, lengths).batches, columns.length);
        for (const [i, values] of columns.entries()) {
          const exact = exactMoments(values);
          const size = values.reduce((sum, value) => sum + Math.abs(value) / values.length, 0);
          expect(Math.abs(found.means[i]! - exact.mean), `mean ${found.means[i]} for ${exact.mean}`).to.be.at.most(1e-14 * size + 5e-324);
          expect(found.means[i]).to.be.within(found.least[i]!, found.greatest[i]!);
          if (values.length === 1) expect(found.deviations[i]).to.be.NaN;
          else if (exact.deviation === Infinity || exact.deviation === 0) expect(found.deviations[i]).to.equal(exact.deviation);
          else expect(Math.abs(found.deviations[i]! - exact.deviation)).to.be.at.most(1e-14 * exact.deviation + 5e-324);
          expect(found.least[i]).to.equal(Math.min(...values) + 0);
          expect(found.greatest[i]).to.equal(Math.max(...values) + 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("hardly depend on how the values are cut into batches, and not at all where they are cut alike", async () => {
    const normal = standardNormal(pathStream(1, 0));
    const values = Float64Array.from({ length: 100_000 }, () => 1e6 + normal());
    const [whole, again, single, mixed] = await Promise.all(
      [[100_000], [100_000], [1], [0, 3_000, 1, 17]].map((lengths) => moments(sourceOf([values], lengths).batches, 1)),
    );
    expect(again).to.deep.equal(whole);
    for (const other of [single!, mixed!]) {
      expect(other.means[0]! / whole!.means[0]!).to.be.closeTo(1, 1e-15);
      expect(other.deviations[0]! / whole!.deviations[0]!).to.be.closeTo(1, 1e-14);
    }
  });

  it("do not suffer where the sum of a block loses the difference between its values, or the numbers outgrow the range of squares", async () => {
    const columns = [
      Array.from({ length: 512 }, (_, i) => 1e15 + (i % 2)),
      // Beside 2^480 and 2^−400, beyond which the unit changes.
      Array.from({ length: 512 }, (_, i) => ((i * i) % 7) * 1e144),
      Array.from({ length: 512 }, (_, i) => ((i * i) % 7) * 1e-121),
    ];
    for (const lengths of [[512], [2, 1]]) {
      const found = await moments(sourceOf(columns, lengths).batches, 3);
      for (const [i, { mean, deviation }] of columns.map(exactMoments).entries()) {
        expect(found.means[i]! / mean).to.be.closeTo(1, 1e-15);
        expect(found.deviations[i]! / deviation).to.be.closeTo(1, 1e-14);
      }
    }
  });

  it("are exact for a constant, and its zeros have no sign", async () => {
    const found = await moments(sourceOf([new Float64Array(3_001).fill(0.1), new Float64Array(3_001).fill(-0)], [1_000]).batches, 2);
    expect([...found.means, ...found.deviations]).to.deep.equal([0.1, 0, 0, 0]);
    expect([...found.least, ...found.greatest]).to.deep.equal([0.1, 0, 0.1, 0]);
  });

  it("are refused for a value that is not finite, with its column's number", async () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      for (const values of [[value], [1, 2, value], [value, -value], [1e308, 1e308, value]]) {
        const message = await messageOf(moments(sourceOf([values.map(() => 1), values]).batches, 2));
        expect(message).to.equal(`RangeError: column 1 has the value ${values.find((each) => !Number.isFinite(each))}`);
      }
    }
  });

  it("are refused for no values and for batches of another shape", async () => {
    const batch = (...columns: readonly number[][]) =>
      async function* () {
        yield columns.map((values) => Float64Array.from(values));
      };
    expect(await messageOf(moments(batch([], []), 2))).to.equal("RangeError: the columns have no values");
    expect(await messageOf(moments(batch([1]), 2))).to.equal("RangeError: a batch has 1 columns, not 2");
    expect(await messageOf(moments(batch([1], [1, 2]), 2))).to.equal("RangeError: column 1 has 2 values in a batch, and column 0 has 1");
  });
});

async function messageOf(failing: Promise<unknown>): Promise<string> {
  return failing.then(
    () => "none",
    (error: unknown) => String(error),
  );
}
