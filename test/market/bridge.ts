import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import type { Bar } from "../../src/market/bars.ts";
import { FITTED_VARIANCE, INTRABAR_LEVELS, pricesFromBars } from "../../src/market/bridge.ts";

const price = fc.double({ min: 1e-3, max: 1e5, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A bar of 600 s whose open and close may stand anywhere between low and high, extremes included. */
const bar = fc.tuple(price, fc.double({ min: 1, max: 3, noNaN: true }), share, share).map(([low, range, open, close]): Bar => {
  const high = low * range;
  const within = (at: number): number => Math.min(high, Math.max(low, low + at * (high - low)));
  return { time: 6_000, low, high, open: within(open), close: within(close) };
});
const seed = fc.integer({ min: 0, max: 1_000_000 });
const variance = fc.constantFrom(0, 0.4, 1, 2, 20);
const sampleTimes = (min: number, max: number) =>
  fc.uniqueArray(fc.integer({ min: 6_000, max: 6_599 }), { minLength: min, maxLength: max }).map((times) => times.sort((a, b) => a - b));

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);

describe("pricesFromBars", () => {
  it("passes neither extreme", () => {
    fc.assert(
      fc.property(bar, sampleTimes(1, 60), variance, seed, (given, times, v, s) => {
        const prices = pricesFromBars([given], 600, times, v, stream(s, "path"));
        for (const each of prices) expect(each).to.be.within(given.low, given.high);
      }),
      { numRuns: 300 },
    );
  });

  it("stands on both extremes where a bar has four samples or more", () => {
    fc.assert(
      fc.property(bar, sampleTimes(4, 60), variance, seed, (given, times, v, s) => {
        const prices = [...pricesFromBars([given], 600, times, v, stream(s, "path"))];
        expect(prices).to.include(given.low);
        expect(prices).to.include(given.high);
      }),
      { numRuns: 300 },
    );
  });

  it("stands on the extreme farther from the open where a bar has one sample", () => {
    const given: Bar = { time: 0, open: 100, high: 101, low: 90, close: 95 };
    for (let s = 0; s < 20; s += 1) expect([...pricesFromBars([given], 600, [300], 1, stream(s, "path"))]).to.deep.equal([90]);
  });

  it("starts on the open", () => {
    const given: Bar = { time: 0, open: 100, high: 110, low: 90, close: 95 };
    for (let s = 0; s < 20; s += 1) expect(pricesFromBars([given], 600, steps(0, 600, 13), 1, stream(s, "path"))[0]).to.equal(100);
  });

  it("runs straight over the extremes without variance: it turns twice at most", () => {
    fc.assert(
      fc.property(bar, sampleTimes(5, 60), seed, (given, times, s) => {
        const logs = [...pricesFromBars([given], 600, times, 0, stream(s, "path"))].map(Math.log);
        const moves = logs.slice(1).map((log, i) => log - (logs[i] ?? NaN));
        const signs = moves.filter((move) => Math.abs(move) > 1e-12).map(Math.sign);
        expect(signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length).to.be.at.most(2);
      }),
    );
  });

  it("stays where a bar has no range", () => {
    const flat: Bar = { time: 0, open: 7, high: 7, low: 7, close: 7 };
    expect([...pricesFromBars([flat], 60, [0, 20, 40], 1, stream(1, "path"))]).to.deep.equal([7, 7, 7]);
  });

  it("holds the open before the first bar, and the last close over missing bars and after the end", () => {
    const bars: Bar[] = [
      { time: 100, open: 10, high: 12, low: 9, close: 11 },
      { time: 300, open: 20, high: 22, low: 19, close: 21 },
    ];
    const prices = [...pricesFromBars(bars, 100, [0, 99, 200, 250, 299, 300, 400, 500], 1, stream(1, "path"))];
    expect(prices).to.deep.equal([10, 10, 11, 11, 11, 20, 21, 21].map((value, i) => (i === 5 ? prices[5] : value)));
    expect(prices[5]).to.equal(20);
  });

  it("asks for the variance that a Brownian range implies by default, and brackets it", () => {
    expect(FITTED_VARIANCE * INTRABAR_LEVELS.default).to.equal(1);
    expect([INTRABAR_LEVELS.low, INTRABAR_LEVELS.high]).to.deep.equal([0.4, 2]);
  });

  it("is the same for the same stream", () => {
    const given: Bar = { time: 0, open: 100, high: 110, low: 90, close: 95 };
    const path = () => pricesFromBars([given], 600, steps(0, 600, 13), INTRABAR_LEVELS.high, stream(5, "path"));
    expect(path()).to.deep.equal(path());
  });
});
