import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { moments } from "../../../src/sweep/summary/moments.ts";
import { shareOfCount, tailRank } from "../../../src/sweep/summary/ranks.ts";
import { selectRanks } from "../../../src/sweep/summary/select-ranks.ts";
import { tailMeans } from "../../../src/sweep/summary/tail-means.ts";
import { arbitraryColumns, arbitraryLengths } from "./arbitrary-columns.ts";
import { exactMoments } from "./exact-moments.ts";
import { sourceOf } from "./source-of.ts";

async function tails(columns: readonly ArrayLike<number>[], shares: readonly number[], lengths?: readonly number[]) {
  const { batches, reads } = sourceOf(columns, lengths);
  const known = await moments(batches, columns.length);
  const thresholds = await Promise.all(
    shares.map((share) =>
      selectRanks(
        batches,
        known,
        columns.map(() => [tailRank(share, known.count)]),
      ),
    ),
  );
  const before = reads();
  const found = await tailMeans(
    batches,
    known,
    shares,
    columns.map((_, column) => thresholds.map((ofShare) => ofShare[column]![0]!)),
  );
  return { found, passes: reads() - before };
}

/**
 * Mean of a tail by its definition, from whole copies: a share of p/q of n values is the mean of p·n values out of a column in which each value stands q
 * times over, added up in exact arithmetic. Rounding may cost some last digits of the mean size, and of the last value, whose part is a difference.
 */
function exactTail(values: readonly number[], p: number, q: number): { readonly mean: number; readonly rounding: number } {
  const rising = [...values].sort((a, b) => a - b);
  const tail = Array.from({ length: p * values.length }, (_, i) => rising[Math.floor(i / q)]!);
  const size = tail.reduce((sum, value) => sum + Math.abs(value) / tail.length, 0);
  return { mean: exactMoments(tail).mean, rounding: 2e-15 * size + 4e-16 * Math.abs(tail.at(-1)!) + Number.MIN_VALUE };
}

describe("means of tails", () => {
  it("are those of the definition in exact arithmetic, whatever the values and their batches", async () => {
    const fractions = [
      [1, 20],
      [1, 100],
      [1, 3],
      [3, 10],
      [1, 1],
    ] as const;
    await fc.assert(
      fc.asyncProperty(arbitraryColumns(50), arbitraryLengths, async (columns, lengths) => {
        const { found } = await tails(
          columns,
          fractions.map(([p, q]) => p / q),
          lengths,
        );
        for (const [i, values] of columns.entries()) {
          for (const [j, [p, q]] of fractions.entries()) {
            const { mean, rounding } = exactTail(values, p, q);
            expect(Math.abs(found[i]![j]! - mean), `${p}/${q} of ${values.join(", ")}`).to.be.at.most(rounding);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("take a part of the value at the threshold, and all copies of it that belong to the tail", async () => {
    // 10 % of 25 values: the two least and half of the third.
    const values = [...Array.from({ length: 20 }, () => 9), 1, 2, 4, 9, 9];
    expect((await tails([values], [0.1])).found[0]![0]).to.equal((1 + 2 + 4 / 2) / 2.5);
    // 30 %: seven and a half, of which four and a half are 9.
    expect((await tails([values], [0.3])).found[0]![0]).to.equal((1 + 2 + 4 + 4.5 * 9) / 7.5);
    // 5 % of 20 values are one value, though the product of the doubles may be more.
    const twenty = Array.from({ length: 20 }, (_, i) => i * i - 50);
    expect((await tails([twenty], [0.05, 0.15])).found[0]).to.deep.equal(Float64Array.of(-50, (-50 - 49 - 46) / 3));
  });

  it("sum what would overflow, and lose nothing beside what cancels", async () => {
    const columns = [
      [-1e308, -1e308, -1e308, 1e308],
      [1e308, 1e308, 1.5e308, 1.7e308],
      [1, 1e16, -1e16, 1e17],
      [-1, -1, 1e300, 1e300],
    ];
    const { found } = await tails(columns, [0.75, 1, 0.5], [1]);
    const means = [-1e308, (3.5 / 3) * 1e308, 1 / 3, (1e300 - 2) / 3];
    for (const [i, mean] of means.entries()) expect(found[i]![0]! / mean).to.be.closeTo(1, 4e-16);
    expect(found[0]![1]).to.equal(-5e307);
    expect(found[3]![2]).to.equal(-1);
  });

  it("of a normal sample are φ(z)/α, within four standard errors", async () => {
    const count = 200_000;
    const normal = standardNormal(pathStream(2, 0));
    const { found, passes } = await tails([Float64Array.from({ length: count }, normal)], [0.05, 0.01], [2_000]);
    // z and φ(z)/α of the normal law (McNeil, Frey and Embrechts 2015, Quantitative Risk Management, example 2.14).
    for (const [i, [alpha, z, shortfall]] of (
      [
        [0.05, 1.6448536269514722, 2.062712807507],
        [0.01, 2.3263478740408408, 2.665214220346],
      ] as const
    ).entries()) {
      const variance = 1 + z * shortfall - shortfall * shortfall + (1 - alpha) * (shortfall - z) * (shortfall - z);
      expect(-found[0]![i]!).to.be.closeTo(shortfall, 4 * Math.sqrt(variance / (alpha * count)));
    }
    expect(passes).to.equal(1);
  });

  it("need no pass where nothing lies below the thresholds, and are refused for a tail of nothing", async () => {
    const constant = await tails(
      [
        [3, 3, 3],
        [1, 2, 3],
      ],
      [0.05],
    );
    expect(constant.found.map((means) => means[0])).to.deep.equal([3, 1]);
    expect(constant.passes).to.equal(0);
    expect(shareOfCount(0, 3)).to.equal(0);
    const { batches } = sourceOf([[1, 2]]);
    const error = await tailMeans(batches, { count: 2, least: Float64Array.of(1) }, [0], [[1]]).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
