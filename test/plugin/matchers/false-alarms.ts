import { expect } from "chai";
import { before, describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import type { CrashResult } from "../../../src/core/result.ts";
import { runCrash } from "../../../src/crash.ts";
import { claimOf } from "../../../src/plugin/matchers/claim-of.ts";
import type { Claim } from "../../../src/plugin/matchers/claim.ts";
import { judge } from "../../../src/plugin/matchers/judge.ts";
import { sequentialTest } from "../../../src/plugin/matchers/statistics/sequential-test.ts";

const SEEDS = 200;
const LEVEL = 0.95;
const REPETITIONS = 2_000;
const SEED = 97;

/** So many of `of`, where each has at most this chance: three standard deviations above. */
const atMost = (chance: number, of: number): number => of * chance + 3 * Math.sqrt(of * chance * (1 - chance));

/** What may be expected of the published pair over some minutes of an ordinary market, and whether chance has no part in it. */
const claims: readonly (readonly [claim: Claim, isCertain: boolean])[] = [
  [claimOf.keepInvariant([]), true],
  [claimOf.conserveTokens([]), true],
  [claimOf.loseAtMost([0.01]), false],
  [claimOf.loseAtMost([0.0005, { than: "hold" }]), false],
  [claimOf.earnAtLeast([0]), true],
  [claimOf.slipAtMost([0.04, { sell: 10_000 }]), false],
  [claimOf.recoverWithin([600, { gap: 0.006 }]), false],
  [claimOf.leakAtMost([0.1]), false],
  [claimOf.trackReference([0.01]), false],
  [claimOf.stayLiquid([0.98]), false],
];

describe(`matchers on the published pair, over ${SEEDS} seeds of a short run`, function () {
  this.timeout(120_000);
  const runs: CrashResult[] = [];
  before(async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1)
      runs.push(await runCrash({ scenario: "gbm", engine: "twin", seed, set: { "run.blocks": 40, "agents.turnover": 2 } }));
  });

  for (const [claim, isCertain] of claims) {
    it(`${claim.matcher}(${claim.given.map((each) => JSON.stringify(each)).join(", ")}) raises ${isCertain ? "no false alarm" : "at most one in twenty"}`, () => {
      const alarms = runs.filter((crash) => !judge(claim, { crash, mev: null }).holds).length;
      expect(alarms).to.be.at.most(isCertain ? 0 : atMost(1 - LEVEL, SEEDS));
    });
  }

  it(`over seeds drawn from these, a limit that is the mean itself is found to be passed at most once in twenty (seed ${SEED})`, async () => {
    for (const [claim] of claims.filter(([, isCertain]) => !isCertain)) {
      const values = runs.map((crash) => claim.measure({ crash, mev: null }));
      const limit = values.reduce((sum, each) => sum + each, 0) / SEEDS;
      const random = stream(SEED, claim.matcher);
      const answers = { within: 0, beyond: 0, unclear: 0 };
      for (let i = 0; i < REPETITIONS; i += 1) {
        const draw = async (): Promise<number> => values[Math.floor(random() * SEEDS)]!;
        const { answer } = await sequentialTest({ ...claim, limit, seeds: 60, level: LEVEL }, draw);
        answers[answer] += 1;
      }
      expect(answers.beyond, claim.matcher).to.be.at.most(atMost(1 - LEVEL, REPETITIONS));
      // Toward the long tail of runs as short as these, as `sequentialTest` says.
      expect(answers.within, claim.matcher).to.be.at.most(atMost(2 * (1 - LEVEL), REPETITIONS));
    }
  });
});
