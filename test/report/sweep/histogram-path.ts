import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { histogramPath } from "../../../src/report/sweep/histogram-path.ts";

/** Corners of a path of M, H, V and Z. */
function corners(path: string): (readonly [x: number, y: number])[] {
  const points: (readonly [number, number])[] = [];
  for (const [, command, numbers] of path.matchAll(/([MHVZ])([\d. ]*)/g)) {
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command === "M") points.push((numbers ?? "").split(" ").map(Number) as [number, number]);
    if (command === "H") points.push([Number(numbers), y]);
    if (command === "V") points.push([x, Number(numbers)]);
  }
  return points;
}

/** Area between a closed path and nothing, by the shoelace formula. */
function area(points: readonly (readonly [number, number])[]): number {
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

describe("the outline of a histogram", () => {
  it("goes up and down over its bins", () => {
    expect(histogramPath([1, 4, 4, 0, 2], 4)).to.equal("M0 100V75H1V0H3V100H4V50H5V100Z");
    expect(histogramPath([0, 0], 4)).to.equal("M0 100H2Z");
    expect(histogramPath([], 4)).to.equal("M0 100Z");
    expect(histogramPath([0], 0)).to.equal("M0 100H1Z");
  });

  it("has areas proportional to counts, bin by bin and in all", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 80 }), fc.nat(100_000), (counts, more) => {
        const tallest = Math.max(1, ...counts) + more;
        const points = corners(histogramPath(counts, tallest));
        const sum = counts.reduce((all, count) => all + count, 0);
        expect(area(points)).to.be.closeTo((100 * sum) / tallest, 0.0051 * counts.length);
        counts.forEach((count, bin) => {
          const top = points.find(([x, y], index) => {
            const [nextX, nextY] = points[index + 1] ?? [0, -1];
            return y === nextY && x <= bin && nextX >= bin + 1;
          });
          expect(100 - (top?.[1] ?? 100)).to.be.closeTo((100 * count) / tallest, 0.0051);
        });
      }),
      { seed: 20_200_312 },
    ));
});
