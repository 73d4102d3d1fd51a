import { expect } from "chai";
import { describe, it } from "mocha";
import { wilsonInterval } from "../../../src/ledger/extractions/wilson-interval.ts";

/** Newcombe 1998, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17:857–872, table I, score method. */
const PUBLISHED = [
  { hits: 81, trials: 263, low: 0.2553, high: 0.3662 },
  { hits: 15, trials: 148, low: 0.0624, high: 0.1605 },
  { hits: 0, trials: 20, low: 0, high: 0.1611 },
  { hits: 1, trials: 29, low: 0.0061, high: 0.1718 },
] as const;

describe("the 95 % score interval of a share", () => {
  for (const { hits, trials, low, high } of PUBLISHED) {
    it(`of ${hits} in ${trials} is ${low} to ${high}`, () => {
      const [below, above] = wilsonInterval(hits, trials)!;
      expect(below).to.be.closeTo(low, 5e-5);
      expect(above).to.be.closeTo(high, 5e-5);
    });
  }

  it("ends where the count is as far from what it predicts as the normal law allows, by bisection", () => {
    for (const [hits, trials] of [
      [1, 3],
      [17, 40],
      [999, 1_000],
      [5, 5],
      [0, 7],
    ] as const) {
      const share = hits / trials;
      const isWithin = (p: number): boolean => Math.abs(share - p) <= 1.959963984540054 * Math.sqrt((p * (1 - p)) / trials);
      const end = (inside: number, outside: number): number => {
        for (let i = 0; i < 60; i += 1) {
          const middle = (inside + outside) / 2;
          if (isWithin(middle)) inside = middle;
          else outside = middle;
        }
        return inside;
      };
      const [low, high] = wilsonInterval(hits, trials)!;
      expect(low).to.be.closeTo(hits === 0 ? 0 : end(share, 0), 1e-12);
      expect(high).to.be.closeTo(hits === trials ? 1 : end(share, 1), 1e-12);
    }
  });

  it("is none without trials", () => expect(wilsonInterval(0, 0)).to.be.null);
});
