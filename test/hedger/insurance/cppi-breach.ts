import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { cppi } from "../../../src/hedger/insurance/cppi.ts";
import { cppiBreach, gapBreaksFloor } from "../../../src/hedger/insurance/cppi-breach.ts";

const WORLD = { multiple: 4, vol: 0.2, drift: 0, years: 1 };
const SEED = 1987;

/** Probability that a standard normal number lies below x < 0, by Simpson's rule over the density. */
function below(x: number): number {
  const steps = 20_000;
  const [from, h] = [x - 12, 12 / steps];
  const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let sum = density(from) + density(x);
  for (let i = 1; i < steps; i += 1) sum += density(from + i * h) * (i % 2 === 1 ? 4 : 2);
  return (sum * h) / 3;
}

describe("hedger/insurance: how often constant proportion portfolio insurance loses its floor", () => {
  for (const [periods, probability, digits] of [
    [4, 0.0093694, 5e-8],
    [12, 4.36e-6, 5e-9],
  ] as const) {
    it(`traded ${periods} times a year: ${probability} (theory 4.1)`, () =>
      expect(cppiBreach({ ...WORLD, periods }).whole).to.be.closeTo(probability, digits));
  }

  it("as often as the rule itself loses it in 200,000 years traded quarterly, within 3 standard errors", () => {
    const [paths, periods, floor] = [200_000, 4, 0.8];
    const spread = WORLD.vol / Math.sqrt(periods);
    let broken = 0;
    for (let path = 0; path < paths; path += 1) {
      const normal = standardNormal(pathStream(SEED, path));
      let [price, value, isBroken] = [1, 1, false];
      for (let i = 0; i <= periods && !isBroken; i += 1) {
        const target = cppi({ multiple: 4, leverage: Infinity }, { value, floor, price, isBroken });
        isBroken = target.isBroken;
        const next = price * Math.exp(spread * normal() - 0.5 * spread * spread);
        value += target.base * (next - price);
        price = next;
      }
      if (isBroken) broken += 1;
    }
    const { whole } = cppiBreach({ ...WORLD, periods });
    expect(broken / paths).to.be.closeTo(whole, 3 * Math.sqrt((whole * (1 - whole)) / paths));
  });

  it("is the tail of a return below −1/m, by Simpson's rule, in any of the periods, by repeated multiplication", () => {
    fc.assert(
      fc.property(
        fc.record({
          multiple: fc.double({ min: 1.2, max: 8, noNaN: true }),
          vol: fc.double({ min: 0.2, max: 1.5, noNaN: true }),
          drift: fc.double({ min: -0.5, max: 0.1, noNaN: true }),
          years: fc.double({ min: 0.5, max: 3, noNaN: true }),
          periods: fc.integer({ min: 1, max: 12 }),
        }),
        (world) => {
          const dt = world.years / world.periods;
          const worst = Math.log(1 - 1 / world.multiple) - (world.drift - (world.vol * world.vol) / 2) * dt;
          const x = worst / (world.vol * Math.sqrt(dt));
          fc.pre(x < 0 && x > -12);
          const { period, whole } = cppiBreach(world);
          expect(period / below(x)).to.be.closeTo(1, 1e-8);
          let kept = 1;
          for (let i = 0; i < world.periods; i += 1) kept *= 1 - period;
          expect(whole).to.be.closeTo(1 - kept, 1e-14);
        },
      ),
    );
  });

  it("never, for a multiple of 1 or less", () =>
    expect(cppiBreach({ ...WORLD, multiple: 1, periods: 4 })).to.deep.equal({ period: 0, whole: 0 }));

  for (const [jump, breaks] of [
    [-0.24, false],
    [-0.25, false],
    [-0.26, true],
  ] as const) {
    it(`a gap of ${-100 * jump} % ${breaks ? "breaks" : "leaves"} the floor of multiple 4`, () =>
      expect(gapBreaksFloor(4, jump)).to.equal(breaks));
  }
});
