import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { describeColumns } from "../../../src/sweep/summary/describe-columns.ts";
import { estimateColumns } from "../../../src/sweep/summary/estimate-columns.ts";
import { PROBABILITIES, TAILS } from "../../../src/sweep/summary/probabilities.ts";
import { arbitraryColumns, arbitraryLengths } from "./arbitrary-columns.ts";
import { sourceOf } from "./source-of.ts";

const tight = { budget: 2_000, columnBytes: 500, buckets: 16 };

describe("descriptions of columns", () => {
  it("of 1 to 100 are those that one can count", async () => {
    const [spread] = await describeColumns(sourceOf([Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1)]).batches, 1);
    const standardError = Math.sqrt((100 * 101) / 12) / 10;
    expect(spread!.mean).to.equal(50.5);
    expect(spread!.standardError).to.be.closeTo(standardError, 1e-14);
    // t with 99 degrees of freedom is 1.9842 in any printed table.
    expect(spread!.interval![1] - 50.5).to.be.closeTo(1.9842 * standardError, 1e-3);
    expect(50.5 - spread!.interval![0]).to.be.closeTo(spread!.interval![1] - 50.5, 1e-13);
    expect(spread).to.deep.include({
      deviation: Math.sqrt((100 * 101) / 12),
      least: 1,
      greatest: 100,
      quantiles: [1, 5, 25, 50, 75, 95, 99],
      valueAtRisk: [-5, -1],
      expectedShortfall: [-3, -1],
    });
  });

  it("say of one value, two and three what there is to say", async () => {
    const at = (value: number) => ({
      quantiles: PROBABILITIES.map(() => value),
      valueAtRisk: TAILS.map(() => -value),
      expectedShortfall: TAILS.map(() => -value),
    });
    const [single] = await describeColumns(sourceOf([[5]]).batches, 1);
    expect(single).to.deep.equal({ mean: 5, standardError: null, interval: null, deviation: null, least: 5, greatest: 5, ...at(5) });

    const [two] = await describeColumns(sourceOf([[3, 1]]).batches, 1);
    expect(two!.quantiles).to.deep.equal([1, 1, 1, 1, 3, 3, 3]);
    expect(two!.standardError).to.be.closeTo(1, 1e-15);
    expect(two!.interval![1]).to.be.closeTo(2 + 12.706204736174705, 1e-13);

    const [three] = await describeColumns(sourceOf([[3, 1, 2]]).batches, 1);
    expect(three!.quantiles).to.deep.equal([1, 1, 1, 2, 3, 3, 3]);
    expect(three!.interval![1]).to.be.closeTo(2 + 4.3026527297494639 / Math.sqrt(3), 1e-14);
  });

  it("of a constant have no width, and no sign on a zero", async () => {
    const spreads = await describeColumns(sourceOf([new Float64Array(5_000).fill(0.1), new Float64Array(5_000).fill(-0)]).batches, 2);
    for (const [i, value] of [0.1, 0].entries()) {
      expect(spreads[i]).to.deep.equal({
        mean: value,
        standardError: 0,
        interval: [value, value],
        deviation: 0,
        least: value,
        greatest: value,
        quantiles: PROBABILITIES.map(() => value),
        valueAtRisk: TAILS.map(() => 0 - value),
        expectedShortfall: TAILS.map(() => 0 - value),
      });
    }
  });

  it("have quantiles with at least their share of values at or below, and less below; and a shortfall no better than value at risk", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryColumns(150), arbitraryLengths, fc.boolean(), async (columns, lengths, isTight) => {
        const { batches } = sourceOf(columns, lengths);
        const spreads = await describeColumns(batches, columns.length, isTight ? { limits: tight } : {});
        for (const [i, values] of columns.entries()) {
          const { quantiles, valueAtRisk, expectedShortfall, least, greatest } = spreads[i]!;
          for (const [j, value] of quantiles.entries()) {
            const needed = Math.round(100 * PROBABILITIES[j]!) * values.length;
            expect(values).to.include(value);
            expect(100 * values.filter((each) => each <= value).length).to.be.at.least(needed);
            expect(100 * values.filter((each) => each < value).length).to.be.below(needed);
          }
          expect(quantiles).to.deep.equal([...quantiles].sort((a, b) => a - b));
          expect(valueAtRisk).to.deep.equal([0 - quantiles[1]!, 0 - quantiles[0]!]);
          for (const [j, loss] of expectedShortfall.entries()) expect(loss).to.be.within(valueAtRisk[j]!, 0 - least);
          expect(greatest).to.be.at.least(quantiles.at(-1)!);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("are the same bits for the same batches, and within the last digits for others and for any memory", async () => {
    const normal = standardNormal(pathStream(3, 0));
    const columns = [0, 1e6].map((mean) => Float64Array.from({ length: 30_000 }, () => mean + normal()));
    const described = async (lengths: readonly number[], limits = {}) => describeColumns(sourceOf(columns, lengths).batches, 2, { limits });
    const whole = await described([1_000]);
    expect(await described([1_000])).to.deep.equal(whole);
    expect(await described([1_000], tight)).to.deep.equal(whole);
    for (const lengths of [[30_000], [0, 1, 777]]) {
      for (const [i, spread] of (await described(lengths)).entries()) {
        const { mean, standardError, interval, deviation, ...others } = spread;
        const {
          mean: meanOfWhole,
          standardError: errorOfWhole,
          interval: intervalOfWhole,
          deviation: deviationOfWhole,
          ...rest
        } = whole[i]!;
        expect(others).to.deep.equal(rest);
        const size = Math.max(...columns[i]!.map(Math.abs));
        for (const [a, b] of [
          [mean, meanOfWhole],
          [interval![0], intervalOfWhole![0]],
          [interval![1], intervalOfWhole![1]],
        ] as const)
          expect(a).to.be.closeTo(b, 1e-15 * size);
        expect(deviation! / deviationOfWhole!).to.be.closeTo(1, 1e-14);
        expect(standardError! / errorOfWhole!).to.be.closeTo(1, 1e-14);
      }
    }
  });

  it("read the values three times where they fit into memory", async () => {
    const { batches, reads } = sourceOf([Array.from({ length: 10_000 }, (_, i) => i)], [1_000]);
    await describeColumns(batches, 1);
    expect(reads()).to.equal(3);
  });

  it("take other probabilities and tails", async () => {
    const { batches } = sourceOf([[4, 2, 1, 3]]);
    const [spread] = await describeColumns(batches, 1, { probabilities: [0, 0.5, 1], tails: [0.5, 1] });
    expect(spread).to.deep.include({ quantiles: [1, 2, 4], valueAtRisk: [-2, -4], expectedShortfall: [-1.5, -2.5] });
  });
});

describe("estimates of columns", () => {
  it("are those of the descriptions, in one pass", async () => {
    const { batches, reads } = sourceOf([
      [1, 5, 4],
      [2, 2, 2],
    ]);
    const estimates = await estimateColumns(batches, 2);
    expect(reads()).to.equal(1);
    const spreads = await describeColumns(batches, 2);
    expect(estimates).to.deep.equal(spreads.map(({ mean, standardError, interval }) => ({ mean, standardError, interval })));
    expect(await estimateColumns(sourceOf([[7]]).batches, 1)).to.deep.equal([{ mean: 7, standardError: null, interval: null }]);
  });

  it("have an interval that covers the expectation 95 times in 100", async () => {
    const normal = standardNormal(pathStream(4, 0));
    const samples = 4_000;
    for (const count of [2, 5, 30]) {
      const columns = Array.from({ length: samples }, () => Float64Array.from({ length: count }, normal));
      const covering = (await estimateColumns(sourceOf(columns).batches, samples)).filter(
        ({ interval }) => interval![0] < 0 && interval![1] > 0,
      );
      expect(covering.length / samples, `of ${count} values`).to.be.closeTo(0.95, 4 * Math.sqrt((0.95 * 0.05) / samples));
    }
  });
});
