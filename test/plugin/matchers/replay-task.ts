import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, use } from "chai";
import hre from "hardhat";
import { describe, it } from "mocha";
import { crashMatchers, crashOf } from "../../../src/plugin/matchers/matchers.ts";
import type { CrashReplay } from "../../../src/plugin/matchers/replay/crash-replay.ts";
import { parseCrashReplay } from "../../../src/plugin/matchers/replay/parse-crash-replay.ts";
import { runCrashReplay } from "../../../src/plugin/matchers/replay/run-crash-replay.ts";
import { crashFiles } from "../../../src/report/crash-files.ts";
import { publishedArtifact } from "../../../src/venues/chain/artifacts.ts";
import { v2Pair } from "../../../src/venues/chain/v2-pair.ts";
import { failureOf } from "./failure-of.ts";
import { inWorkplace } from "./in-workplace.ts";
import { fileIn } from "./file-in.ts";
import { readReplay } from "./read-replay.ts";
import { replayOf } from "./replay-of.ts";

use(crashMatchers);

const options = { scenario: "gbm", engine: "twin", seed: 1, set: { "run.blocks": 200 } } as const;

describe("crash replay of a run", () => {
  it("says that it still fails and by how much, with exit code 1, and leaves the report that it is asked for", () =>
    inWorkplace(async (place) => {
      const file = fileIn(await failureOf(() => expect(crashOf(options)).to.loseAtMost(0.001)));
      const before = await place.tree();
      const { value, stdout, stderr } = await replayOf(file);
      expect({ success: value.success, stderr }).to.deep.equal({ success: false, stderr: "" });
      expect(stdout).to.match(
        /^It still fails: expected the LP of uniswap-v2 on gbm \(seed 1\) to lose at most 0\.1.* % of its start capital, but it lost 0\.[\d]+ %, .*\.\n$/,
      );
      expect(await place.tree()).to.deep.equal(before);
      expect((await replayOf(file, "out")).stdout).to.match(/\nReport: out\/index\.html\n$/);
      const left = Object.keys(await place.tree()).filter((name) => name.startsWith("out/"));
      expect(left).to.deep.equal(crashFiles.map((name) => `out/${name}`));
    }));

  it("says that it does not fail any more, what it measured before, and which version wrote the file", () =>
    inWorkplace(async () => {
      const file = fileIn(await failureOf(() => expect(crashOf(options)).to.loseAtMost(0.001)));
      const found = await readReplay(file);
      await writeFile(file, JSON.stringify({ ...found, arguments: [0.9], measured: 0.95, version: "0.0.1" }));
      const { value, stdout } = await replayOf(file);
      expect(value.success).to.equal(true);
      expect(stdout).to.match(
        /^It does not fail any more: the LP of uniswap-v2 on gbm \(seed 1\) was expected to lose at most 90\.0 % .*, and it lost 0\.\d+ %\.\nWhen the file was written, it was 95\.0 %; now it is 0\.\d+ %\.\nThe file was written by version 0\.0\.1; this is /,
      );
    }));

  it("runs one about extraction so, and writes its report too", () =>
    inWorkplace(async (place) => {
      const set = { "run.blocks": 40, "agents.turnover": 20 };
      const file = fileIn(await failureOf(() => expect(crashOf({ ...options, scenario: "may-19-2021", set })).to.leakAtMost(0)));
      expect(await readReplay(file)).to.include({ extraction: true });
      expect((await replayOf(file, "out")).stdout).to.match(/^It still fails: /);
      expect(Object.keys(await place.tree())).to.include.members(["out/mev.json", "out/crash.html"]);
    }));

  it("of a pool of one's own says what it needs, and runs with the pool that the resolver gives it", () =>
    inWorkplace(async () => {
      const artifact = await hre.artifacts.readArtifact("FeePair");
      const pool = v2Pair({ name: "my-pool", artifact, args: ["token0", "token1", 10_000], fee: 0.01 });
      const own = crashOf({ scenario: "gbm", pool, set: { "run.blocks": 60 } });
      const failure = await failureOf(() => expect(own).to.trackReference(0.001));
      expect(failure).to.match(
        /^expected my-pool on gbm .*\.json; it needs a pool my-pool under crash\.pools in the Hardhat configuration$/,
      );
      const file = fileIn(failure);
      const found = parseCrashReplay(file, await readReplay(file));
      const asked: string[] = [];
      const resolvePool = async (name: string) => {
        asked.push(name);
        return pool;
      };
      const again = await runCrashReplay(file, found, { resolvePool, network: hre.network });
      expect(asked).to.deep.equal(["my-pool"]);
      expect(again).to.include({ fails: true });
      expect(again.judgement.value).to.equal(found.measured);
      expect((await replayOf(file)).stderr).to.match(
        /^Error POOL_UNKNOWN: there is no pool my-pool; .*; found "my-pool"; allowed: uniswap-v2, /,
      );
    }));

  it("finds a pool by the name that the project gives it", () =>
    inWorkplace(async () => {
      const pool = v2Pair({ name: "uniswap-v2", artifact: publishedArtifact("UniswapV2Pair") });
      const failure = await failureOf(() => expect(crashOf({ scenario: "gbm", pool, set: { "run.blocks": 20 } })).not.to.stayLiquid(0.1));
      expect((await replayOf(fileIn(failure))).stdout).to.match(/^It still fails: expected uniswap-v2 on gbm .*\.\n$/);
    }));

  describe("refuses", () => {
    /** What is changed in a good file, and what the one message holds. */
    const wrong: readonly (readonly [name: string, change: (good: CrashReplay) => object, text: string | RegExp])[] = [
      [
        "another format",
        (good) => ({ ...good, crashReplay: 2, version: "9.0.0" }),
        'REPLAY_VERSION: wrong.json: this replay file has another format, so another version of hardhat-crash wrote it; found "format 2 of version 9.0.0"; allowed: format 1: run the test again',
      ],
      ["a missing field", ({ seed: _seed, ...rest }) => rest, "seed is wrong"],
      ["an unknown matcher", (good) => ({ ...good, matcher: "loseNothing" }), "matcher is wrong"],
      [
        "arguments of no matcher",
        (good) => ({ ...good, arguments: [7] }),
        "the arguments are none of the matcher's: loseAtMost: the share is out of range",
      ],
      ["a key that no file has", (good) => ({ ...good, more: 1 }), "REPLAY_INVALID"],
      [
        "a setting of another version",
        (good) => ({ ...good, version: "0.0.7", settings: { ...good.settings, "market.costs": 1 } }),
        /REPLAY_SETTING: wrong\.json: there is no setting market\.costs; did you mean market\.cost\?.*written by version 0\.0\.7; this is .*allowed: the file without that setting/,
      ],
      ["a setting out of range", (good) => ({ ...good, settings: { ...good.settings, "market.cost": 7 } }), "REPLAY_SETTING"],
      ["an unknown scenario", (good) => ({ ...good, scenario: { name: "gbn", own: false } }), "SCENARIO_UNKNOWN"],
      [
        "a scenario that only the test has",
        (good) => ({ ...good, scenario: { name: "mine", own: true } }),
        "REPLAY_NEEDS: wrong.json: the run had the scenario object mine, which cannot be written",
      ],
      ["an ordering that only the test has", (good) => ({ ...good, ordering: "mine" }), "the run had the ordering mine"],
      ["a seed that is none", (good) => ({ ...good, seed: -1 }), "seed is wrong"],
    ];
    for (const [name, change, text] of wrong) {
      it(`${name}, with one message and nothing on standard output`, () =>
        inWorkplace(async () => {
          const file = fileIn(await failureOf(() => expect(crashOf({ ...options, set: { "run.blocks": 9 } })).not.to.loseAtMost(0.9)));
          await writeFile("wrong.json", JSON.stringify(change(await readReplay(file))));
          const { value, stdout, stderr } = await replayOf("wrong.json");
          expect({ success: value.success, stdout }).to.deep.equal({ success: false, stdout: "" });
          expect(stderr.trimEnd().split("\n")).to.have.length(1);
          if (typeof text === "string") expect(stderr).to.include(text);
          else expect(stderr).to.match(text);
        }));
    }

    it("a folder that is not ours to replace, before it runs, and a report of operations", () =>
      inWorkplace(async (place) => {
        const file = fileIn(await failureOf(() => expect(crashOf({ ...options, set: { "run.blocks": 9 } })).not.to.loseAtMost(0.9)));
        await writeFile("taken", "");
        expect((await replayOf(file, join(place.root, "taken"))).stderr).to.match(/^Error OUTPUT_/);
        expect((await replayOf(file, " ")).stderr).to.match(/^Error ARGUMENT_EMPTY: --out is given without a value/);
        const operations = { replay: 1, start: 1_583_971_200, operations: [{ op: "sync" }] };
        await writeFile("operations.json", JSON.stringify(operations));
        expect((await replayOf("operations.json", "out")).stderr).to.match(/^Error REPLAY_WITHOUT_REPORT/);
      }));
  });
});
