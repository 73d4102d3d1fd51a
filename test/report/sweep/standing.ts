import { expect } from "chai";
import { describe, it } from "mocha";
import type { SweepCell } from "../../../src/core/sweep-summary.ts";
import { standing } from "../../../src/report/sweep/standing.ts";
import { makeSweep } from "./fixture.ts";

const [base] = makeSweep({ paths: 20 }).cells;

/** A cell in which hedged LP less option twin has this interval. */
function cellWith(interval: readonly [number, number] | null): SweepCell {
  if (base === undefined) throw new Error("the fixture has a cell");
  const total = { mean: 0, standardError: null, interval };
  const differences = base.differences
    .filter(({ book, minus }) => book === "option-twin" && minus === "hedged-lp")
    .map((each) => ({ ...each, book: "hedged-lp" as const, minus: "option-twin" as const, lines: { ...each.lines, total } }));
  return { ...base, differences };
}

const ahead = [1, 2] as const;
const behind = [-2, -1] as const;
const open = [-1, 1] as const;

describe("who is ahead in how many cells", () => {
  const cases: readonly (readonly [intervals: readonly (readonly [number, number] | null)[], sentence: string])[] = [
    [[ahead], "On average the hedged LP is ahead of the options desk."],
    [[behind], "On average the hedged LP is behind the options desk."],
    [[open], "Between the hedged LP and the options desk no difference shows."],
    [[null, null], "Of a single path nothing can be said of who is ahead on the next."],
    [[ahead, ahead], "The hedged LP is ahead of the options desk in every one of 2 cells."],
    [[behind, behind], "The options desk is ahead of the hedged LP in every one of 2 cells."],
    [[open, open], "Between the hedged LP and the options desk no difference shows in any of 2 cells."],
    [[behind, open], "The options desk is ahead of the hedged LP in 1 of 2 cells; in 1 no difference shows."],
    [[ahead, open, behind, ahead], "The hedged LP is ahead of the options desk in 2 of 4 cells and behind in 1; in 1 no difference shows."],
  ];
  for (const [intervals, sentence] of cases) {
    it(sentence, () => expect(standing({ cells: intervals.map(cellWith) })).to.equal(sentence));
  }
});
