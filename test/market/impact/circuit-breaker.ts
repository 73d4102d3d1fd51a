import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type BreakerState, circuitBreaker, type TradingSession } from "../../../src/market/impact/circuit-breaker.ts";
import { lossVersusRebalancing } from "../../../src/market/realised.ts";

const HOUR = 3_600;
const DAY: TradingSession = { opens: 9.5 * HOUR, closes: 16 * HOUR, previousClose: 200 };
const clock = (text: string): number => {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? NaN) * HOUR + (minutes ?? NaN) * 60;
};

/** Prices, per cent of the previous close, and whether trading stands still after each. */
type Row = readonly [time: string, percent: number, halted: boolean];
const days: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  ["6.9 % stops nothing", [["10:00", 93.1, false]]],
  [
    "7 % stops for 15 minutes, to the second",
    [
      ["10:00", 93, true],
      ["10:14", 92, true],
      ["10:15", 92, false],
    ],
  ],
  [
    "7 % stops once a day",
    [
      ["10:00", 93, true],
      ["10:20", 96, false],
      ["10:30", 91, false],
    ],
  ],
  [
    "13 % stops again after 7 %",
    [
      ["10:00", 93, true],
      ["10:20", 87, true],
      ["10:34", 87, true],
      ["10:35", 87, false],
    ],
  ],
  [
    "13 % at once stops once, and 7 % after it no more",
    [
      ["10:00", 85, true],
      ["10:16", 90, false],
      ["10:17", 84, false],
    ],
  ],
  [
    "what falls during a halt counts when it ends",
    [
      ["10:00", 93, true],
      ["10:05", 79, true],
      ["10:15", 86, true],
      ["10:30", 86, false],
    ],
  ],
  [
    "20 % ends the day",
    [
      ["10:00", 80, true],
      ["15:59", 120, true],
      ["16:00", 120, false],
    ],
  ],
  [
    "at 15:24 7 % still stops, at 15:25 no longer",
    [
      ["15:24", 93, true],
      ["15:40", 86, false],
    ],
  ],
  [
    "at 15:25 neither 7 nor 13 % stops",
    [
      ["15:25", 93, false],
      ["15:30", 87, false],
    ],
  ],
  [
    "at 15:59 20 % still does",
    [
      ["15:30", 81, false],
      ["15:59", 80, true],
    ],
  ],
  [
    "before the opening and after the close nothing does",
    [
      ["09:00", 70, false],
      ["16:00", 70, false],
      ["18:00", 70, false],
    ],
  ],
];

function walk(rows: readonly Row[]): boolean[] {
  let state: BreakerState | null = null;
  return rows.map(([time, percent]) => {
    state = circuitBreaker(state, clock(time), (percent * DAY.previousClose) / 100, DAY);
    return clock(time) < state.haltedUntil;
  });
}

describe("market/impact: circuit breakers", () => {
  for (const [name, rows] of days) {
    it(name, () => expect(walk(rows)).to.deep.equal(rows.map(([, , halted]) => halted)));
  }

  it("forget at the next opening, and measure from the new close", () => {
    const first = circuitBreaker(null, clock("10:00"), 160, DAY);
    expect(first.level).to.equal(3);
    const next = { opens: DAY.opens + 24 * HOUR, closes: DAY.closes + 24 * HOUR, previousClose: 160 };
    expect(circuitBreaker(first, next.opens, 155, next)).to.deep.equal({ opened: next.opens, level: 0, haltedUntil: -Infinity });
    expect(circuitBreaker(first, next.opens, 148.7, next)).to.include({ level: 1, haltedUntil: next.opens + 900 });
  });

  it("stop at most three times a day, each time at a deeper level, whatever the prices", () => {
    const minutes = fc.array(fc.double({ min: 60, max: 110, noNaN: true }), { minLength: 390, maxLength: 390 });
    fc.assert(
      fc.property(minutes, (percents) => {
        let state: BreakerState | null = null;
        const halts: BreakerState[] = [];
        for (const [minute, percent] of percents.entries()) {
          const before: BreakerState | null = state;
          state = circuitBreaker(before, DAY.opens + 60 * minute, 2 * percent, DAY);
          if (before !== null && state !== before) halts.push(state);
        }
        expect(halts.length).to.be.at.most(3);
        for (const [i, halt] of halts.entries()) {
          expect(halt.level).to.be.above(halts[i - 1]?.level ?? 0);
          if (halt.level < 3) expect(halt.haltedUntil).to.be.at.most(DAY.closes - 20 * 60);
        }
      }),
      { numRuns: 30 },
    );
  });

  describe("a halt turns what is monotone into one gap", () => {
    for (const [steps, share] of [
      [1, 0.0428932],
      [10, 0.0049885],
    ] as const) {
      const prices = Array.from({ length: steps + 1 }, (_, i) => Math.exp((i * Math.log(0.5)) / steps));
      it(`a halving in ${steps} equal step${steps === 1 ? "" : "s"} costs a pool ${share} of its value: (1 − q)(1 − qⁿ)/2 (theory 9)`, () => {
        const q = Math.exp(Math.log(0.5) / (2 * steps));
        let power = 1;
        for (let i = 0; i < steps; i += 1) power *= q;
        const lost = lossVersusRebalancing(prices) / 2;
        expect(lost).to.be.closeTo(share, 5e-8);
        expect(lost).to.be.closeTo(((1 - q) * (1 - power)) / 2, 1e-15);
      });
    }

    it("and what comes back into nothing", () => {
      const there = [1, 0.9, 0.8, 0.9, 1];
      expect(lossVersusRebalancing(there)).to.be.above(0.005);
      expect(lossVersusRebalancing([1, 1])).to.equal(0);
    });
  });
});
