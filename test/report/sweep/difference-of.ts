import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepCell } from "../../../src/core/sweep-summary.ts";
import { differenceOf } from "../../../src/report/sweep/difference-of.ts";
import { verdict } from "../../../src/report/sweep/verdict.ts";
import { makeSweep } from "./fixture.ts";

const cell = makeSweep({ paths: 60 }).cells[0] as SweepCell;

describe("the difference between two books", () => {
  it("is the same with the opposite sign the other way round", () => {
    const one = differenceOf(cell, "hedged-lp", "option-twin");
    const other = differenceOf(cell, "option-twin", "hedged-lp");
    expect(one?.mean).to.equal(-(other?.mean ?? NaN));
    expect(one?.interval).to.deep.equal([...(other?.interval ?? [])].reverse().map((end) => -end));
    expect(one?.standardError).to.equal(other?.standardError);
  });

  it("has the mean that the books' means give", () => {
    const mean = (name: string): number => cell.books.find(({ book }) => book === name)?.measures.bleed.mean ?? NaN;
    expect(differenceOf(cell, "lp", "option-twin", "bleed")?.mean).to.be.closeTo(mean("lp") - mean("option-twin"), 1e-6);
  });

  it("is missing where the summary has no such pair", () => {
    expect(differenceOf({ ...cell, differences: [] }, "lp", "hold")).to.equal(undefined);
  });
});

describe("the verdict on a difference", () => {
  const cases = [
    [[1, 2], "LP ahead"],
    [[-2, -1], "desk ahead"],
    [[-1, 2], "no difference shown"],
    [[0, 2], "no difference shown"],
    [[-2, 0], "no difference shown"],
    [null, "a single path"],
  ] as const;
  for (const [interval, said] of cases) {
    it(`${interval?.join(" to ") ?? "no interval"}: ${said}`, () => expect(verdict({ interval })).to.equal(said));
  }
});
