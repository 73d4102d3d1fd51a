import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { blackScholes } from "../../../src/hedger/black-scholes.ts";
import { lelandVolatility } from "../../../src/hedger/leland-volatility.ts";
import { atTheClose } from "../../../src/hedger/policies/at-the-close.ts";
import { band } from "../../../src/hedger/policies/band.ts";
import type { HedgeMarket, HedgePolicy, HedgeView } from "../../../src/hedger/policies/hedge-policy.ts";
import { interval } from "../../../src/hedger/policies/interval.ts";
import { leland } from "../../../src/hedger/policies/leland.ts";
import { never } from "../../../src/hedger/policies/never.ts";
import { pauseInHalt } from "../../../src/hedger/policies/pause-in-halt.ts";
import { whalleyWilmott } from "../../../src/hedger/policies/whalley-wilmott.ts";

const call = blackScholes("call", 100, 0.05);
const month = call.greeks(100, 1 / 12, 0.2);

/** A call that was sold, as in the example of Whalley and Wilmott. */
const market: HedgeMarket = {
  price: 100,
  cost: 0.002,
  isClose: false,
  isHalted: false,
  gamma: -month.gamma,
  vol: 0.2,
  deltaAt: (vol) => -call.delta(100, 1 / 12, vol),
};
const view: HedgeView = { block: 1, hedge: 0, delta: -month.delta, band: 0.02 };

/** Numbers on a grid, which fail at a short example soon. */
const from = (least: number, most: number, grid: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(least / grid), max: Math.round(most / grid) }).map((n) => n * grid);
const views: fc.Arbitrary<HedgeView> = fc.record({
  block: fc.nat(1_000),
  hedge: from(-1_000, 1_000, 0.125),
  delta: from(-1_000, 1_000, 0.125),
  band: from(0, 1_000, 0.125),
});
const markets: fc.Arbitrary<HedgeMarket> = fc.record({
  price: from(1, 10_000, 0.25),
  cost: from(0, 0.1, 1e-5),
  isClose: fc.boolean(),
  isHalted: fc.boolean(),
  gamma: from(-10, 10, 1e-3),
  vol: from(0.05, 3, 0.01),
  deltaAt: fc.constant((vol: number) => -vol),
});

describe("whalley-wilmott", () => {
  const policy = whalleyWilmott(1);
  /** Without the discount of the published example, 0.112186 with it. */
  const halfWidth = 0.112186 * Math.cbrt(Math.exp(0.05 / 12));

  it("trades to the edge of 0.112186·e^(r/36) around 0.54024 from either side, and not inside", () => {
    expect(month.delta).to.be.closeTo(0.54024, 5e-6);
    expect(policy.target(view, market)).to.be.closeTo(month.delta - halfWidth, 1e-6);
    expect(policy.target({ ...view, hedge: 0.9 }, market)).to.be.closeTo(month.delta + halfWidth, 1e-6);
    expect(policy.target({ ...view, hedge: month.delta - 0.112 }, market)).to.equal(null);
    expect(policy.target({ ...view, hedge: month.delta + 0.112 }, market)).to.equal(null);
  });

  it("once at the edge stays there, and its band follows (k·S·Γ²/λ)^(1/3)", () => {
    fc.assert(
      fc.property(views, markets, from(0.001, 1_000, 0.001), (seen, at, riskAversion) => {
        const target = whalleyWilmott(riskAversion).target(seen, at);
        const width = Math.cbrt((1.5 * at.cost * at.price * at.gamma * at.gamma) / riskAversion);
        const off = seen.hedge + seen.delta;
        if (target === null) {
          expect(Math.abs(off)).to.be.at.most(width);
          return;
        }
        expect(Math.abs(off)).to.be.above(width);
        expect(target + seen.delta).to.be.closeTo(off > 0 ? width : -width, 1e-9 * (1 + width));
        expect(Math.abs(target - seen.hedge)).to.be.below(Math.abs(off) + 1e-9);
      }),
    );
  });

  it("without a cost or a gamma trades to −delta, at positive zero when that is nothing", () => {
    expect(policy.target({ ...view, hedge: 3 }, { ...market, cost: 0 })).to.equal(month.delta);
    for (const hedge of [-4, 4]) {
      expect(Object.is(policy.target({ ...view, hedge, delta: 0 }, { ...market, gamma: 0 }), 0)).to.equal(true);
    }
    expect(policy.target({ ...view, hedge: 0, delta: 0 }, { ...market, gamma: 0 })).to.equal(null);
  });

  for (const wrong of [0, -1, NaN, Infinity]) {
    it(`refuses a risk aversion of ${wrong}`, () => {
      expect(() => whalleyWilmott(wrong)).to.throw(RangeError, `positive number, not ${wrong}`);
    });
  }
});

describe("leland", () => {
  const policy = leland({ blocks: 5, years: 1 / 252 });

  it("hedges what was sold at 0.223904 instead of 0.2, daily at 0.2 % a trade, and what is held at less", () => {
    expect(policy.target({ ...view, block: 10 }, market)).to.be.closeTo(call.delta(100, 1 / 12, 0.223904), 1e-7);
    const held = lelandVolatility(-1, 0.2, 0.004, 1 / 252);
    expect(held * held + 0.223904 * 0.223904).to.be.closeTo(2 * 0.04, 1e-6);
    const bought = { ...market, gamma: month.gamma, deltaAt: (vol: number) => call.delta(100, 1 / 12, vol) };
    expect(policy.target({ ...view, block: 10 }, bought)).to.equal(0 - call.delta(100, 1 / 12, held));
  });

  it("trades in every fifth block alone, and not when it is right already", () => {
    for (let block = 0; block < 20; block += 1) {
      expect(policy.target({ ...view, block }, market) === null, `${block}`).to.equal(block % 5 !== 0);
    }
    const target = policy.target({ ...view, block: 10 }, market)!;
    expect(policy.target({ ...view, block: 15, hedge: target }, market)).to.equal(null);
  });

  it("without a cost is interval", () => {
    const free = { ...market, cost: 0 };
    expect(policy.target({ ...view, block: 10 }, free)).to.equal(interval(5).target({ ...view, block: 10 }));
  });

  for (const [side, roundTrip, every, years, expected] of [
    [1, 0.005, "month", 1 / 12, 0.206794],
    [1, 0.005, "week", 1 / 52, 0.213901],
    [1, 0.005, "trading day", 1 / 252, 0.229491],
    [1, 0.004, "trading day", 1 / 252, 0.223904],
    [-1, 0.5, "trading day", 1 / 252, 0],
  ] as const) {
    it(`has a volatility of ${expected} for 20 % ${side === 1 ? "sold" : "held"} and hedged every ${every} at ${100 * roundTrip} % a round trip`, () => {
      expect(lelandVolatility(side, 0.2, roundTrip, years)).to.be.closeTo(expected, 5e-7);
    });
  }

  it("charges what an expected trade costs: ½ΓS²(σ̂² − σ²) is the mean cost a year to first order", () => {
    const costPerYear = (0.002 * 0.2 * Math.sqrt(1 / 252) * Math.sqrt(2 / Math.PI)) / (1 / 252);
    const raised = lelandVolatility(1, 0.2, 0.004, 1 / 252);
    expect((raised * raised - 0.04) / 2).to.be.closeTo(costPerYear, 1e-12);
  });

  it("refuses blocks that are not whole, and no time", () => {
    expect(() => leland({ blocks: 0, years: 1 })).to.throw(RangeError, "from 1, not 0");
    expect(() => leland({ blocks: 1.5, years: 1 })).to.throw(RangeError, "from 1, not 1.5");
    expect(() => leland({ blocks: 1, years: 0 })).to.throw(RangeError, "not 0");
  });
});

describe("at the close", () => {
  it("trades to −delta at the opening and at each close, and otherwise not", () => {
    expect(atTheClose.target({ ...view, block: 0 })).to.equal(month.delta);
    expect(atTheClose.target(view, { ...market, isClose: true })).to.equal(month.delta);
    expect(atTheClose.target(view, market)).to.equal(null);
    expect(atTheClose.target({ ...view, hedge: month.delta }, { ...market, isClose: true })).to.equal(null);
  });
});

const policies: readonly HedgePolicy[] = [interval(3), band, never, whalleyWilmott(2), leland({ blocks: 2, years: 0.01 }), atTheClose];

describe("pause in a halt", () => {
  it("leaves every policy's hedge alone while the market is halted, and to the policy while it is not", () => {
    fc.assert(
      fc.property(fc.constantFrom(...policies), views, markets, (policy, seen, at) => {
        const paused = pauseInHalt(policy);
        expect(paused.name).to.equal(policy.name);
        expect(paused.target(seen, at)).to.equal(at.isHalted ? null : policy.target(seen, at));
      }),
    );
  });
});

describe("policies that ask for the market", () => {
  for (const policy of [whalleyWilmott(1), leland({ blocks: 1, years: 0.01 }), atTheClose, pauseInHalt(band)]) {
    it(`${policy.name} says so when it is left out`, () => {
      expect(() => policy.target(view)).to.throw(TypeError, policy.name);
    });
  }
});
