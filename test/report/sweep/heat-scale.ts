import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { heatScale } from "../../../src/report/sweep/heat-scale.ts";
import type { HeatKind } from "../../../src/report/sweep/heat-scale.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const ratio = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const seed = 20_200_312;

function scaleOf(kind: HeatKind, values: readonly number[]) {
  const scale = heatScale(kind, values);
  if (scale === null) throw new Error("there are values");
  return scale;
}

describe("the scale of a heat map", () => {
  it("has no colours without values", () => expect(heatScale("sequential", [])).to.equal(null));

  it("about zero gives the middle to zero and the ends to the furthest value and its opposite", () => {
    const scale = scaleOf("about-zero", [-0.2, 0.1, 0.4]);
    expect(scale.ends).to.deep.equal([-0.4, 0, 0.4]);
    expect([-0.4, -0.2, -0.01, 0, 0.01, 0.2, 0.4].map(scale.stepOf)).to.deep.equal([0, 2, 5, 5, 5, 8, 10]);
  });

  it("about one has a half as far as a double, and nothing as far as infinity", () => {
    const scale = scaleOf("about-one", [0.5, 1.2]);
    expect(scale.ends[0]).to.be.closeTo(0.5, 1e-15);
    expect(scale.ends[2]).to.be.closeTo(2, 1e-15);
    expect([0.5, 1, 2].map(scale.stepOf)).to.deep.equal([0, 5, 10]);
    expect(scaleOf("about-one", [0, 3]).ends).to.deep.equal([0, 1, Infinity]);
  });

  it("gives equal values the middle", () => {
    expect(scaleOf("sequential", [3, 3]).stepOf(3)).to.equal(4);
    expect(scaleOf("about-zero", [0, 0]).stepOf(0)).to.equal(5);
    expect(scaleOf("about-one", [1]).stepOf(1)).to.equal(5);
  });

  for (const kind of ["sequential", "about-zero", "about-one"] as const) {
    it(`${kind}: rises with the value and stays within its steps`, () =>
      fc.assert(
        fc.property(fc.array(kind === "about-one" ? ratio : finite, { minLength: 1, maxLength: 30 }), (values) => {
          const scale = scaleOf(kind, values);
          const steps = [...values].sort((a, b) => a - b).map(scale.stepOf);
          steps.forEach((step, index) => {
            expect(Number.isInteger(step)).to.equal(true);
            expect(step).to.be.within(index === 0 ? 0 : (steps[index - 1] ?? 0), scale.steps - 1);
          });
        }),
        { seed },
      ));
  }

  it("about zero: a value and its opposite are mirror images", () =>
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), finite, (values, value) => {
        const scale = scaleOf("about-zero", [...values, value]);
        expect(scale.stepOf(-value)).to.equal(scale.steps - 1 - scale.stepOf(value));
      }),
      { seed },
    ));

  it("about one: a ratio and its reciprocal are mirror images", () =>
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1 }), fc.integer({ min: -10, max: 10 }), (values, power) => {
        // Powers of two have reciprocals without rounding.
        const value = power < 0 ? 1 / (1 << -power) : 1 << power;
        const scale = scaleOf("about-one", [...values, value]);
        expect(scale.stepOf(1 / value)).to.equal(scale.steps - 1 - scale.stepOf(value));
      }),
      { seed },
    ));

  it("sequential: reaches both ends, and has the middle in the middle", () =>
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        fc.pre(Math.abs(a - b) > 1e-300);
        const scale = scaleOf("sequential", [a, b]);
        expect([scale.stepOf(Math.min(a, b)), scale.stepOf(scale.ends[1]), scale.stepOf(Math.max(a, b))]).to.deep.equal([0, 4, 8]);
      }),
      { seed },
    ));
});
