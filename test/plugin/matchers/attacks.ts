import { readFile, writeFile } from "node:fs/promises";
import { expect, use } from "chai";
import hre from "hardhat";
import { describe, it } from "mocha";
import { attacksOn, crashMatchers } from "../../../src/plugin/matchers/matchers.ts";
import { leavePoolReplay } from "../../../src/plugin/matchers/pool/leave-pool-replay.ts";
import { publishedArtifact } from "../../../src/venues/chain/artifacts.ts";
import type { PoolBinding } from "../../../src/venues/chain/pool-binding.ts";
import { v2Pair } from "../../../src/venues/chain/v2-pair.ts";
import { failureOf } from "./failure-of.ts";
import { fileIn } from "./file-in.ts";
import { inWorkplace } from "./in-workplace.ts";
import { refusalOf } from "./refusal-of.ts";
import { replayOf } from "./replay-of.ts";

use(crashMatchers);

const honest = v2Pair({ name: "uniswap-v2", artifact: publishedArtifact("UniswapV2Pair") });
/** A contract of the project, named so that the replay finds it again. */
const contract = async (name: string): Promise<PoolBinding> => v2Pair({ name, artifact: await hre.artifacts.readArtifact(name) });

/** Which rule names each fault. */
const FAULTS = [
  ["RoundingPair", "product"],
  ["FeelessCheckPair", "product"],
  ["FreePair", "product"],
  ["TwiceUpdatedOraclePair", "accumulators"],
  ["UnlockedSharePair", "first-deposit"],
  ["UnguardedSkimPair", "reserves"],
] as const;

describe("attacks on a pool", () => {
  for (const [name, rule] of FAULTS)
    it(`${name} does not keep its invariants, says which it breaks and by what, and is found out again by its replay`, () =>
      inWorkplace(async () => {
        const pool = await contract(name);
        const failure = await failureOf(() => expect(attacksOn(pool)).to.keepInvariant());
        expect(failure).to.match(
          new RegExp(`^expected ${name} to keep its invariants whatever is done to it, but seed \\d+ breaks the rule ${rule} by `),
        );
        const { value, stdout } = await replayOf(fileIn(failure));
        expect(value.success).to.equal(false);
        expect(stdout).to.match(new RegExp(`^It still fails: ${name} breaks the rule ${rule} by .*\\.\n$`));
        await expect(attacksOn(pool)).not.to.keepInvariant();
      }));

  it("the published pair keeps its invariants and conserves tokens", async () => {
    await expect(attacksOn(honest, { sequences: 10 })).to.keepInvariant();
    await expect(attacksOn(honest, { sequences: 5, seed: 100 })).to.conserveTokens();
    const failure = await failureOf(() => expect(attacksOn(honest, { sequences: 2 })).not.to.keepInvariant());
    expect(failure).to.match(/^expected uniswap-v2 not to keep its invariants whatever is done to it, but 2 sequences of 25 operations/);
  });

  it("a replay of what is mended does not fail any more", () =>
    inWorkplace(async () => {
      const file = fileIn(await failureOf(async () => expect(attacksOn(await contract("FeelessCheckPair"))).to.keepInvariant()));
      const text = await readFile(file, "utf8");
      await writeFile(file, text.replace('"pool": "FeelessCheckPair"', '"pool": "uniswap-v2"'));
      const { value, stdout } = await replayOf(file);
      expect([value.success, stdout]).to.deep.equal([
        true,
        stdout.match(/^It does not fail any more: uniswap-v2 keeps the rule product through .*\.\n$/)?.[0],
      ]);
    }));

  it("refuses other matchers, arguments, and seeds, which it has of its own", async () => {
    expect((await refusalOf(() => expect(attacksOn(honest)).to.loseAtMost(0.1))).message).to.match(
      /a pool that is attacked has no run; found "attacksOn\(pool\)"; allowed: crashOf\(\{ pool \}\), or keepInvariant and conserveTokens/,
    );
    expect((await refusalOf(() => expect(attacksOn(honest)).to.keepInvariant(0.1))).code).to.equal("MATCHER_ARGUMENT");
    expect((await refusalOf(() => expect(attacksOn(honest)).to.keepInvariant().over(20))).message).to.include(
      "attacksOn(pool, { sequences, seed })",
    );
  });

  it("refuses files that are no replay of a pool, or of another version, and a report of one", () =>
    inWorkplace(async () => {
      const file = fileIn(await failureOf(async () => expect(attacksOn(await contract("FreePair"))).to.keepInvariant()));
      const good = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
      const refusals: string[] = [];
      for (const change of [
        { poolReplay: 2 },
        { operations: [] },
        { rule: "none" },
        { operations: [{ kind: "steal" }] },
        { pool: "NoSuchPair" },
      ]) {
        await writeFile(file, JSON.stringify({ ...good, ...change }));
        refusals.push(/^Error (\w+):/.exec((await replayOf(file)).stderr)?.[1] ?? "");
      }
      expect(refusals).to.deep.equal(["REPLAY_VERSION", "REPLAY_INVALID", "POOL_REPLAY", "POOL_REPLAY", "POOL_UNKNOWN"]);
      await writeFile(file, JSON.stringify(good));
      expect((await replayOf(file, "out")).stderr).to.match(/^Error REPLAY_WITHOUT_REPORT/);
    }));

  it("says what was found where no replay can be written", async () => {
    const full = async (): Promise<string> => Promise.reject(new Error("no space left on device"));
    const replay = { rule: "product", terms: { fee: 0.003 }, operations: [] } as const;
    expect(await leavePoolReplay("mine", "keepInvariant", replay, full)).to.equal("No replay was written: no space left on device");
  });
});
