import { expect } from "chai";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import type { Claim, MatchedRun } from "../../../src/plugin/matchers/claim.ts";
import type { Judgement } from "../../../src/plugin/matchers/judgement.ts";
import { shrink } from "../../../src/plugin/matchers/shrink.ts";
import { claimOf } from "../../../src/plugin/matchers/claim-of.ts";
import { makeResult } from "../../report/fixture.ts";

const LENGTH = 100;
const result = makeResult({ blocks: LENGTH });

/** A run of so many blocks whose measure has this course; within while it is at most 0. */
function runOf(course: readonly number[] | null, blocks: number, value: number): { readonly claim: Claim; readonly judgement: Judgement } {
  const run: MatchedRun = { crash: { ...result, crash: { ...result.crash, blocks } }, mev: null };
  const claim = { ...claimOf.loseAtMost([0]), course: () => course };
  return { claim, judgement: { value, holds: value <= 0, run, broken: null } };
}

/** The lengths that were tried, where a run of `n` blocks fails when `fails` says so, and its course is that of each length. */
async function tried(
  fails: (blocks: number) => boolean,
  courseOf: (blocks: number) => readonly number[] | null,
  cut: Claim["cut"] = "first",
) {
  const lengths: number[] = [];
  const at = (blocks: number) => runOf(courseOf(blocks), blocks, fails(blocks) ? 1 : -1);
  const { claim, judgement } = at(LENGTH);
  const every: Claim = { ...claim, cut, course: (run) => courseOf(run.crash.crash.blocks) };
  const found = await shrink(every, judgement, async (blocks) => {
    lengths.push(blocks);
    return at(blocks).judgement;
  });
  return { lengths, blocks: found.blocks };
}

const rising = (from: number) => (blocks: number) => Array.from({ length: blocks + 1 }, (_, i) => (i >= from ? 1 : -1));

describe("the search for the shortest run that fails", () => {
  it("takes two runs where the first blocks do not depend on later ones: the first that fails, and one less", async () => {
    expect(await tried((n) => n >= 41, rising(41))).to.deep.equal({ lengths: [41, 40], blocks: 41 });
    expect(await tried((n) => n >= 1, rising(1))).to.deep.equal({ lengths: [1], blocks: 1 });
    expect(await tried((n) => n >= LENGTH, rising(LENGTH))).to.deep.equal({ lengths: [], blocks: null });
  });

  it("goes by halves where nothing is known of the way, and ends at one that holds beside one that fails", async () => {
    const { lengths, blocks } = await tried(
      (n) => n >= 41,
      () => null,
    );
    expect(blocks).to.equal(41);
    expect(lengths).to.include(40).and.to.have.length.at.most(8);
  });

  it("keeps what it saw fail where a cut run goes otherwise than its course said", async () => {
    // By the course it fails from 41 on; cut there, it fails from 60 on only.
    const { lengths, blocks } = await tried((n) => n >= 60, rising(41));
    expect(lengths[0]).to.equal(41);
    expect(blocks).to.be.within(60, LENGTH - 1);
    expect(lengths.filter((n) => n >= 60)).to.include(blocks);
  });

  it("runs no more blocks than four times those of the run", async () => {
    const { lengths } = await tried((n) => n >= 97, rising(41));
    expect(lengths.reduce((sum, n) => sum + n, 0)).to.be.at.most(4 * LENGTH);
  });

  it("ends with what it has where a shorter run cannot be made", async () => {
    const { claim, judgement } = runOf(rising(41)(LENGTH), LENGTH, 1);
    const found = await shrink(claim, judgement, () => Promise.reject(new Error("no block falls into it")));
    expect(found).to.deep.equal({ blocks: null, judgement });
  });

  it("begins, with the cut from which a share stays beyond, where it last crossed", async () => {
    const course = (blocks: number) => rising(70)(blocks).map((each, i) => (i > 5 && i < 20 ? 1 : each));
    expect((await tried((n) => course(n).at(-1) === 1, course, "last")).blocks).to.equal(70);
    expect((await tried((n) => course(n).at(-1) === 1, course, "first")).blocks).to.equal(6);
  });

  it("of an identity that broke begins at its block", async () => {
    const judgement: Judgement = { value: 1, holds: false, run: null, broken: new IdentityError(3, 12, "one wei") };
    const lengths: number[] = [];
    const found = await shrink(claimOf.conserveTokens([]), judgement, async (blocks) => {
      lengths.push(blocks);
      return blocks >= 12 ? judgement : runOf(null, blocks, 0).judgement;
    });
    expect({ lengths, blocks: found.blocks }).to.deep.equal({ lengths: [12, 11], blocks: 12 });
  });
});
