import { expect } from "chai";
import { describe, it } from "mocha";
import type { MevResult } from "../../../src/core/mev-result.ts";
import { mevBlocks } from "../../../src/report/mev/mev-blocks.ts";
import { mevPage } from "../../../src/report/mev/mev-page.ts";
import { shownBlocks } from "../../../src/report/mev/shown-blocks.ts";
import { worstExtractions } from "../../../src/report/mev/worst-extractions.ts";
import { makeMev } from "./fixture.ts";

/** A day of busy blocks: the fixture's, over and over, each with so many more transactions at its end. */
function manyBlocks(times: number, more: number): MevResult {
  const result = makeMev("black-thursday");
  const { blocks, extractions, transactions } = result;
  const repeat = <T extends { block: readonly number[] }>(columns: T): T => {
    const rounds = Array.from({ length: times }, (_, round) => round);
    const entries = Object.entries<readonly unknown[]>(columns as never).map(([name, column]) => [
      name,
      rounds.flatMap((round) =>
        column.map((value) => (name === "block" ? Number(value) + 31 * round : name === "time" ? Number(value) + 600 * round : value)),
      ),
    ]);
    return Object.fromEntries(entries) as T;
  };
  const last = transactions.block.length - 1;
  const padded = Object.fromEntries(
    Object.entries<readonly unknown[]>(transactions as never).map(([name, column]) => [
      name,
      [
        ...column,
        ...blocks.block.flatMap((block) =>
          Array.from({ length: more }, (_, place) => (name === "block" ? block : name === "index" ? 50 + place : column[last])),
        ),
      ],
    ]),
  ) as unknown as MevResult["transactions"];
  return { ...result, blocks: repeat(blocks), extractions: repeat(extractions), transactions: repeat(padded) };
}

describe("the blocks that a page holds", () => {
  const many = manyBlocks(20, 0);
  const ranked = worstExtractions(mevBlocks(many));
  const shown = shownBlocks(ranked);

  it("are at most 150, in block order, with the ten dearest extractions among them and every kind", () => {
    expect(shown).to.have.length(150);
    expect(shown.map(({ block }) => block)).to.deep.equal(shown.map(({ block }) => block).toSorted((a, b) => a - b));
    for (const { block } of ranked.slice(0, 10)) expect(shown).to.include(block);
    const sandwiches = shown.filter(({ extractions }) => extractions.some(({ kind }) => kind === "sandwich"));
    expect(sandwiches).to.have.length(20);
  });

  it("are all where there are few", () => {
    const few = mevBlocks(makeMev("may-19"));
    const extracted = few.filter(({ extractions }) => extractions.length > 0);
    expect(shownBlocks(worstExtractions(few))).to.deep.equal(extracted);
    expect(shownBlocks([])).to.deep.equal([]);
  });

  it("are ranked by what they cost others, the earlier of equals first", () => {
    const losses = ranked.map(({ extraction }) => extraction.loss);
    expect(losses).to.deep.equal(losses.toSorted((a, b) => b - a));
    ranked.slice(1).forEach(({ block, extraction }, index) => {
      const before = ranked[index];
      if (before?.extraction.loss === extraction.loss) expect(before.block.block).to.be.below(block.block);
    });
  });

  it("hold at most 1,200 transactions, so that the page stays below 1.5 MB", () => {
    const crowded = manyBlocks(20, 60);
    const held = shownBlocks(worstExtractions(mevBlocks(crowded)));
    expect(held.length).to.be.within(10, 20);
    expect(held.reduce((sum, { transactions }) => sum + transactions.length, 0)).to.be.within(1_100, 1_200);
    for (const result of [many, crowded]) expect(Buffer.byteLength(mevPage(result))).to.be.below(1_500_000);
  });

  it("are said to be how many of how many, and where the rest is", () => {
    const all = new Set(many.extractions.block).size;
    expect(all).to.be.above(150);
    expect(mevPage(many)).to.contain(`150 of ${all} blocks with extractions are here`).and.to.contain("transactions.csv");
    const few = makeMev("may-19");
    expect(mevPage(few)).to.contain(`All ${new Set(few.extractions.block).size} blocks with extractions are here.`);
  });
});
