import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { standardNormal } from "../../../src/core/standard-normal.ts";
import { continuousCushion } from "../../../src/hedger/insurance/continuous-cushion.ts";
import { cppi, type CppiTarget } from "../../../src/hedger/insurance/cppi.ts";
import { derivative } from "../differences.ts";

const SEED = 1986;
const RULE = { multiple: 4, leverage: Infinity };
const VOL = 0.2;

const worlds = fc.record({
  multiple: fc.double({ min: 1.01, max: 10, noNaN: true }),
  floor: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
  price: fc.double({ min: 1, max: 5_000, noNaN: true }),
  jump: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
});

describe("hedger/insurance: constant proportion portfolio insurance", () => {
  for (const [name, rule, state, target] of [
    ["four times a cushion of 20", RULE, [100, 80, 10, false], [8, 80, 20, false]],
    ["nothing on the floor, which is not broken", RULE, [80, 80, 10, false], [0, 0, 0, false]],
    ["nothing below it, which is", RULE, [79, 80, 10, false], [0, 0, -1, true]],
    ["nothing once it was broken, though the value came back", RULE, [90, 80, 10, true], [0, 0, 10, true]],
    ["no more than its leverage", { multiple: 8, leverage: 1.5 }, [100, 80, 10, false], [15, 150, 20, false]],
    ["all it wants below that", { multiple: 6, leverage: 1.5 }, [100, 80, 10, false], [12, 120, 20, false]],
  ] as const) {
    it(`holds ${name}`, () => {
      const [value, floor, price, isBroken] = state;
      const [base, exposure, cushion, willBeBroken] = target;
      expect(cppi(rule, { value, floor, price, isBroken })).to.deep.equal({ base, exposure, cushion, isBroken: willBeBroken });
    });
  }

  it("does not call rounding a breach", () => {
    expect(cppi(RULE, { value: 80 * (1 - 1e-15), floor: 80, price: 10, isBroken: false })).to.include({ base: 0, isBroken: false });
  });

  it("loses its floor in a gap below −1/multiple and in no smaller one, and sells whatever it can in between", () => {
    fc.assert(
      fc.property(worlds, ({ multiple, floor, price, jump }) => {
        fc.pre(Math.abs(1 + multiple * jump) > 1e-9);
        const rule = { multiple, leverage: Infinity };
        const before = cppi(rule, { value: 1, floor, price, isBroken: false });
        const value = 1 + before.exposure * jump;
        const after = cppi(rule, { value, floor, price: price * (1 + jump), isBroken: false });
        expect(after.isBroken).to.equal(jump < -1 / multiple);
        expect(after.cushion).to.be.closeTo(before.cushion * (1 + multiple * jump), 1e-12);
        expect((after.base - before.base) * Math.sign(jump)).to.be.at.least(-1e-15);
      }),
    );
  });

  it("with multiple ½ and no floor holds what a pool of x·y = k holds: L/√p of a value of 2L√p", () => {
    fc.assert(
      fc.property(worlds, ({ price, jump }) => {
        const at = price * (1 + jump);
        const { base } = cppi(
          { multiple: 0.5, leverage: Infinity },
          { value: 2 * 7 * Math.sqrt(at), floor: 0, price: at, isBroken: false },
        );
        expect(base / (7 / Math.sqrt(at))).to.be.closeTo(1, 1e-14);
      }),
    );
  });

  const [FLOOR, CUSHION] = [0.8, 0.2];

  /** The end of a year without drift, traded so many times: price, and what the portfolio wants last. */
  function year(periods: number, path: number): { readonly price: number; readonly last: CppiTarget } {
    const normal = standardNormal(pathStream(SEED, path, periods));
    const spread = VOL / Math.sqrt(periods);
    let [price, value] = [1, FLOOR + CUSHION];
    let target = cppi(RULE, { value, floor: FLOOR, price, isBroken: false });
    for (let i = 0; i < periods; i += 1) {
      const next = price * Math.exp(spread * normal() - 0.5 * spread * spread);
      value += target.base * (next - price);
      price = next;
      target = cppi(RULE, { value, floor: FLOOR, price, isBroken: target.isBroken });
    }
    return { price, last: target };
  }

  for (const [periods, rms, paths] of [
    [12, 0.0266, 20_000],
    [52, 0.013, 20_000],
    [252, 0.0059, 8_000],
    [5_000, 0.0013, 1_500],
  ] as const) {
    it(`traded ${periods} times a year misses the continuous formula by ${rms} (theory 4.1)`, () => {
      let squares = 0;
      for (let path = 0; path < paths; path += 1) {
        const { price, last } = year(periods, path);
        const miss = last.cushion - continuousCushion(CUSHION, RULE.multiple, price, VOL * VOL);
        squares += (miss * miss) / paths;
      }
      // The ends are those of a price to the fourth power, so the sample's own error is some per cent.
      expect(Math.sqrt(squares) / rms).to.be.closeTo(1, 0.08);
    });
  }

  it("that formula solves dC = m·C·dS/S: slope m·C/S, and theta that pays for the gamma", () => {
    for (const multiple of [0.5, 1, 3]) {
      const cushion = (ratio: number, variance: number): number => continuousCushion(2, multiple, ratio, variance);
      const slope = derivative((ratio) => cushion(ratio, 0.03), 0.9, 1e-3);
      expect(slope).to.be.closeTo((multiple * cushion(0.9, 0.03)) / 0.9, 1e-9);
      const curvature = derivative((x) => derivative((ratio) => cushion(ratio, 0.03), x, 1e-3), 0.9, 1e-3);
      const perVariance = derivative((variance) => cushion(0.9, variance), 0.03, 1e-4);
      expect(perVariance + 0.5 * 0.81 * curvature).to.be.closeTo(0, 1e-7);
    }
  });
});
