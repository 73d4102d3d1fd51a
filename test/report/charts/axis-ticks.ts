import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { axisTicks } from "../../../src/report/charts/axis-ticks.ts";
import { figureText } from "../../../src/report/sweep/figure-text.ts";

describe("ticks of an axis", () => {
  const cases: readonly (readonly [low: number, high: number, most: number, ticks: readonly number[]])[] = [
    [0, 10, 6, [0, 2, 4, 6, 8, 10]],
    [-0.62, 0.41, 6, [-0.6, -0.4, -0.2, 0, 0.2, 0.4]],
    [-14, 16, 6, [-10, -5, 0, 5, 10, 15]],
    [0.1, 0.9, 2, [0.5]],
    [1e6, 3e6, 3, [1e6, 2e6, 3e6]],
    [0, 0, 6, []],
    [1e300, 1e300, 6, []],
    [0, 1e-150, 6, []],
    [1e9, 1e9 + 1e-5, 6, []],
  ];
  for (const [low, high, most, ticks] of cases) {
    it(`${low} to ${high}: ${ticks.join(", ")}`, () => expect(axisTicks(low, high, most).values).to.deep.equal(ticks));
  }

  it("lie inside, evenly, at least one and not too many, and read as what they are", () =>
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (low, size, most) => {
          const high = low + size;
          const { values, digits } = axisTicks(low, high, most);
          expect(values.length).to.be.within(1, most);
          values.forEach((value, index) => {
            const rounding = 1e-12 * (size + Math.abs(low));
            expect(value).to.be.within(low - rounding, high + rounding);
            expect(Number(figureText(value, digits).replaceAll(",", "").replace("−", "-"))).to.equal(value);
            if (index > 1)
              expect(value - (values[index - 1] ?? 0)).to.be.closeTo((values[1] ?? 0) - (values[0] ?? 0), 1e-9 * size + 2 * rounding);
          });
        },
      ),
      { seed: 20_200_312 },
    ));
});
