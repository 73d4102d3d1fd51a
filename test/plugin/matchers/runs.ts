import { expect, use } from "chai";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import { runCrash } from "../../../src/crash.ts";
import { claimOf } from "../../../src/plugin/matchers/claim-of.ts";
import { failureText } from "../../../src/plugin/matchers/failure-text.ts";
import { judge } from "../../../src/plugin/matchers/judge.ts";
import { crashMatchers, crashOf } from "../../../src/plugin/matchers/matchers.ts";
import { wordsOfOptions } from "../../../src/plugin/matchers/words-of-options.ts";
import { failureOf } from "./failure-of.ts";
import { inWorkplace } from "./in-workplace.ts";
import { refusalOf } from "./refusal-of.ts";

use(crashMatchers);

const options = { scenario: "gbm", engine: "twin", seed: 1, set: { "run.blocks": 120, "agents.turnover": 1 } } as const;
const subject = (): Chai.Assertion => expect(crashOf(options));
const name = "uniswap-v2 on gbm (seed 1)";

/** For each matcher, a limit within which the run is, one beyond which it is, and what the failure begins with and says of the place. */
const pairs: readonly (readonly [
  name: string,
  passes: (to: Chai.Assertion) => PromiseLike<void>,
  fails: (to: Chai.Assertion) => PromiseLike<void>,
  text: RegExp,
])[] = [
  ["loseAtMost", (to) => to.loseAtMost(0.3), (to) => to.loseAtMost(0.001), /^expected the LP of .*; first beyond/],
  ["earnAtLeast", (to) => to.earnAtLeast(0), (to) => to.earnAtLeast(0.5), /^expected the LP of .* by premium, .*; at the end, block 120, /],
  [
    "slipAtMost",
    (to) => to.slipAtMost(0.2, { buy: 100_000 }),
    (to) => to.slipAtMost(0.001, { sell: 10_000 }),
    /; first beyond the limit in block/,
  ],
  [
    "recoverWithin",
    (to) => to.recoverWithin(3_600, { gap: 0.02 }),
    (to) => to.recoverWithin(0, { gap: 0.0001 }),
    / was away for [\d,]+ s; first beyond/,
  ],
  [
    "leakAtMost",
    (to) => to.leakAtMost(0.5),
    (to) => to.leakAtMost(0),
    /^expected uniswap-v2 .*; worst in block \d+, 2020-03-01 \d\d:\d\d UTC/,
  ],
  ["trackReference", (to) => to.trackReference(0.05), (to) => to.trackReference(0.0001), /; beyond the limit to the end from block/],
  ["stayLiquid", (to) => to.stayLiquid(0.5), (to) => to.stayLiquid(1), /to keep at least 100\.0* % of its depth/],
];

describe("matchers on a run to come", () => {
  for (const [matcher, passes, fails, text] of pairs) {
    it(`${matcher} passes within its limit and fails beyond it, and after not the other way round`, () =>
      inWorkplace(async (place) => {
        await passes(subject().to);
        expect(await place.tree()).to.deep.equal({});
        const failure = await failureOf(() => fails(subject().to));
        expect(failure).to.match(text).and.to.include(name);
        expect(failure).to.match(/\. Replay: npx hardhat crash replay crash-replays\/gbm-1-\w+-[\da-f]{8}\.json$/);
        await fails(subject().not.to);
        const opposite = await failureOf(() => passes(subject().not.to));
        expect(opposite).to.match(/ not to .*; at the end, block 120, /);
      }));
  }

  it("keepInvariant and conserveTokens pass, and after not fail", () =>
    inWorkplace(async () => {
      await subject().to.keepInvariant();
      await subject().to.conserveTokens();
      expect(await failureOf(() => subject().not.to.keepInvariant())).to.include("√(xy) never fell");
      expect(await failureOf(() => subject().not.to.conserveTokens())).to.include("all four identities hold");
    }));

  it("says the same of a run that has ended, word by word", () =>
    inWorkplace(async () => {
      const result = await runCrash(options);
      const lazy = await failureOf(() => subject().to.trackReference(0.0001));
      const ended = await failureOf(() => expect(result).to.trackReference(0.0001));
      expect(lazy.startsWith(`${ended}. Replay: `)).to.equal(true);
    }));

  it("an identity that breaks is a failure of conserveTokens, with its block, and an error for any other matcher", () => {
    const broken = new IdentityError(3, 17, "pair, base: 1 wei");
    const judgement = judge(claimOf.conserveTokens([]), broken);
    expect(failureText(claimOf.conserveTokens([]), wordsOfOptions(options), judgement, false)).to.equal(
      `expected the run of ${name} to conserve tokens, but identity 3 is broken in block 17: pair, base: 1 wei; first in block 17`,
    );
    expect(() => judge(claimOf.stayLiquid([0.1]), broken)).to.throw(broken);
  });

  it("is made when it is awaited, once for each assertion, and by the next turn of the event loop when nobody waits", async () => {
    const blocks: number[] = [];
    const counted = crashOf({ ...options, set: { "run.blocks": 3 }, onBlock: (block) => blocks.push(block) });
    const assertion = expect(counted).to.stayLiquid(0.1);
    await Promise.resolve();
    expect(blocks).to.deep.equal([]);
    await assertion;
    await assertion;
    expect(blocks).to.deep.equal([1, 2, 3]);
    const forgotten = expect(counted).to.stayLiquid(0.1);
    while (blocks.length < 6) await new Promise((done) => setTimeout(done, 5));
    await forgotten;
    expect(blocks).to.deep.equal([1, 2, 3, 1, 2, 3]);
  });

  it("does not run what was only the beginning of an assertion over seeds", async () => {
    let blocks = 0;
    const counted = crashOf({ ...options, set: { "run.blocks": 3 }, onBlock: () => (blocks += 1) });
    const overSeeds = expect(counted).to.conserveTokens().over(4);
    const atConfidence = overSeeds.atConfidence(0.9);
    await new Promise((done) => setTimeout(done, 20));
    await atConfidence;
    expect(blocks).to.equal(9);
  });

  it("hands on what the run is refused with, whoever waits for it and how", async () => {
    const wrong = (): PromiseLike<void> => expect(crashOf({ scenario: "gbn" })).to.keepInvariant();
    expect((await refusalOf(wrong)).code).to.equal("SCENARIO_UNKNOWN");
    const [settled] = await Promise.allSettled([wrong()]);
    expect(settled.status).to.equal("rejected");
  });
});

describe("matchers over seeds", () => {
  it("pass where the mean is shown to be within, and leave nothing", () =>
    inWorkplace(async (place) => {
      await subject().to.trackReference(0.01).over(50).atConfidence(0.95);
      await subject().to.loseAtMost(0.3).over(50);
      await subject().not.to.trackReference(0.0001).over(50);
      expect(await place.tree()).to.deep.equal({});
    }));

  it("fail where it is shown to be beyond, with the seeds that were used and a replay of the worst of them", () =>
    inWorkplace(async (place) => {
      const failure = await failureOf(() => subject().to.trackReference(0.001).over(50).atConfidence(0.95));
      expect(failure).to.match(
        /^expected uniswap-v2 on gbm \(seeds 1 to 50\) to stay within 0\.1 % of the reference in 95 % of blocks in the mean at 95 % confidence, but the mean over \d+ seeds is 0\.\d %, 0\.\d points more \(0\.\d % to 0\.\d %\)\. Worst is seed \d+\. Replay: npx hardhat crash replay crash-replays\/gbm-\d+-trackReference-\w+\.json$/,
      );
      const seed = /Worst is seed (\d+)/.exec(failure)?.[1];
      expect(Object.keys(await place.tree())[1]).to.match(new RegExp(`^crash-replays/gbm-${seed}-`));
    }));

  it("fail after not where it is shown to be within", () =>
    inWorkplace(async () => {
      const failure = await failureOf(() => subject().not.to.loseAtMost(0.3).over(20).atConfidence(0.99));
      expect(failure).to.match(
        /\(seeds 1 to 20\) not to lose at most 30\.0 % .* at 99 % confidence, but the mean over 5 seeds is .* points within the limit/,
      );
    }));

  it("fail with words of their own where it is not clear after all seeds", () =>
    inWorkplace(async () => {
      const failure = await failureOf(() => subject().to.loseAtMost(0.001).over(6).atConfidence(0.95));
      expect(failure).to.match(
        /^expected .* \(seeds 1 to 6\) to lose at most .* in the mean at 95 % confidence, but it is not clear: the mean over 6 seeds is .* and lies in .* to .*; more seeds, or a wider limit, would tell\. /,
      );
    }));

  it("are clear after three seeds where all measure the same", async () => {
    let runs = 0;
    const counted = { ...options, onBlock: (block: number) => (runs += block === 1 ? 1 : 0) };
    await expect(crashOf(counted)).to.keepInvariant().over(50).atConfidence(0.95);
    expect(runs).to.equal(3);
  });
});
