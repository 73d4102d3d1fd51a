import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { InputError } from "../../../src/core/errors.ts";
import { pathStream } from "../../../src/core/path-stream.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import type { ProcessSettings } from "../../../src/market/processes/process-settings.ts";
import { readProcess } from "../../../src/market/processes/read-process.ts";

const kinds = ["gbm", "merton", "kou", "hawkes", "heston"] as const;
const recording = { kind: "block-bootstrap", prices: [100, 90, 95, 60], secondsApart: 600 } as const;

describe("readProcess", () => {
  for (const settings of [...kinds.map((kind) => ({ kind })), recording] satisfies ProcessSettings[]) {
    const times = Float64Array.from({ length: 289 }, (_, i) => i * 300);
    const path = (seed: number, index: number, at: ArrayLike<number> = times): Float64Array => {
      const prices = new Float64Array(at.length);
      fillPrices(prices, readProcess(settings), 200, at, pathStream(seed, index));
      return prices;
    };

    it(`${settings.kind}: its defaults draw a day of positive prices from the start price on, the same for the same stream`, () => {
      const prices = path(1, 0);
      expect(prices[0]).to.equal(200);
      expect(prices.every((price) => price > 0 && Number.isFinite(price))).to.equal(true);
      expect(new Set(prices).size).to.be.above(20);
      expect([...path(1, 0)]).to.deep.equal([...prices]);
      expect([...path(1, 1)]).to.not.deep.equal([...prices]);
    });

    it(`${settings.kind}: prices scale with the start price and depend on differences of time alone`, () => {
      const prices = new Float64Array(times.length);
      fillPrices(
        prices,
        readProcess(settings),
        400,
        times.map((time) => time + 1_584_000_000),
        pathStream(1, 0),
      );
      expect([...prices]).to.deep.equal([...path(1, 0)].map((price) => 2 * price));
    });

    it(`${settings.kind}: takes steps of any length, none at all among them`, () => {
      fc.assert(
        fc.property(fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 20 }), fc.nat(), (steps, index) => {
          let now = 0;
          const prices = path(2, index, [0, ...steps.map((step) => (now += step))]);
          for (const price of prices) if (!(price > 0 && Number.isFinite(price))) throw new Error(`a price of ${price}`);
        }),
      );
    });
  }

  const bad: readonly (readonly [input: unknown, code: string, message: string])[] = [
    [
      { kind: "gbm", volatilityPerDay: -0.05 },
      "SETTING_OUT_OF_RANGE",
      'process.volatilityPerDay is out of range; found "-0.05"; allowed: at least 0',
    ],
    [{ kind: "gbm", volatilityPerDay: 6 }, "SETTING_OUT_OF_RANGE", 'found "6"; allowed: at most 5'],
    [{ kind: "gbm", volatilityPerDay: NaN }, "SETTING_INVALID", 'process.volatilityPerDay has a value that it cannot have; found "NaN"'],
    [{ kind: "gbm", driftPerDay: Infinity }, "SETTING_INVALID", "process.driftPerDay"],
    [{ kind: "gbm", driftPerDay: "much" }, "SETTING_INVALID", 'found "much"'],
    [{ kind: "gbm", correlation: 0 }, "SETTING_UNKNOWN", "process has no setting correlation"],
    [{ kind: "merton", jumpsPerDay: -1 }, "SETTING_OUT_OF_RANGE", "process.jumpsPerDay is out of range"],
    [{ kind: "merton", jumpDeviation: -0.1 }, "SETTING_OUT_OF_RANGE", "process.jumpDeviation"],
    [{ kind: "kou", meanUp: 1 }, "SETTING_OUT_OF_RANGE", 'process.meanUp is out of range; found "1"; allowed: below 1'],
    [{ kind: "kou", upProbability: 1.1 }, "SETTING_OUT_OF_RANGE", "allowed: at most 1"],
    [{ kind: "hawkes", branching: 1 }, "SETTING_OUT_OF_RANGE", "process.branching"],
    [{ kind: "hawkes", decayPerDay: 0 }, "SETTING_OUT_OF_RANGE", "allowed: above 0"],
    [
      { kind: "heston", correlation: -1.01 },
      "SETTING_OUT_OF_RANGE",
      'process.correlation is out of range; found "-1.01"; allowed: at least -1',
    ],
    [{ kind: "heston", correlation: 1.5 }, "SETTING_OUT_OF_RANGE", "allowed: at most 1"],
    [{ kind: "heston", reversionPerDay: 0 }, "SETTING_OUT_OF_RANGE", "process.reversionPerDay"],
    [{ ...recording, prices: [1, 2] }, "SETTING_OUT_OF_RANGE", "allowed: a length at least 3"],
    [{ ...recording, prices: [1, 0, 2] }, "SETTING_OUT_OF_RANGE", 'process.prices.1 is out of range; found "0"; allowed: above 0'],
    [{ ...recording, meanBlock: 0.5 }, "SETTING_OUT_OF_RANGE", "process.meanBlock"],
    [{ kind: "block-bootstrap" }, "SETTING_INVALID", "process.prices"],
    [{ kind: "brownian" }, "SETTING_INVALID", "allowed: gbm, merton, kou, hawkes, heston, block-bootstrap"],
    [{}, "SETTING_INVALID", "there is no such process"],
    [null, "SETTING_INVALID", "process"],
  ];
  for (const [input, code, message] of bad) {
    it(`refuses ${JSON.stringify(input, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value))}`, () => {
      try {
        readProcess(input);
      } catch (error) {
        expect(error).to.be.instanceOf(InputError);
        expect((error as InputError).code).to.equal(code);
        expect((error as InputError).message).to.include(message);
        return;
      }
      expect.fail("accepted");
    });
  }

  it("wants as many times as prices", () =>
    expect(() => fillPrices(new Float64Array(3), readProcess({ kind: "gbm" }), 1, [0, 1], pathStream(1, 0))).to.throw(RangeError));
});
