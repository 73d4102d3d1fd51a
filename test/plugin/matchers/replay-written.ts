import { readFile, writeFile } from "node:fs/promises";
import { expect, use } from "chai";
import { describe, it } from "mocha";
import { IdentityError } from "../../../src/core/errors.ts";
import { runCrash } from "../../../src/crash.ts";
import { runMev } from "../../../src/mev.ts";
import { claimOf } from "../../../src/plugin/matchers/claim-of.ts";
import { judge } from "../../../src/plugin/matchers/judge.ts";
import { crashMatchers, crashOf } from "../../../src/plugin/matchers/matchers.ts";
import type { CrashReplay } from "../../../src/plugin/matchers/replay/crash-replay.ts";
import { leaveReplay } from "../../../src/plugin/matchers/replay/leave-replay.ts";
import { writeReplay } from "../../../src/plugin/matchers/replay/write-replay.ts";
import { livelyWindow } from "../../engine/lively-window.ts";
import { failureOf } from "./failure-of.ts";
import { inWorkplace } from "./in-workplace.ts";
import { fileIn } from "./file-in.ts";
import { readReplay } from "./read-replay.ts";
import { replayOf } from "./replay-of.ts";

use(crashMatchers);

const options = { scenario: "gbm", engine: "twin", seed: 1, set: { "run.blocks": 200 } } as const;

describe("the replay of a failed assertion", () => {
  it("is cut to the fewest blocks that fail: it still does, and one block less passes", () =>
    inWorkplace(async () => {
      for (const [assertion, claim] of [
        [() => expect(crashOf(options)).to.loseAtMost(0.001), claimOf.loseAtMost([0.001])],
        [() => expect(crashOf(options)).to.trackReference(0.004), claimOf.trackReference([0.004])],
        [() => expect(crashOf(options)).to.stayLiquid(0.998), claimOf.stayLiquid([0.998])],
        [() => expect(crashOf(options)).to.recoverWithin(30, { gap: 0.003 }), claimOf.recoverWithin([30, { gap: 0.003 }])],
      ] as const) {
        const found = await readReplay(fileIn(await failureOf(assertion)));
        const blocks = Number(found.settings["run.blocks"]);
        expect(blocks, claim.matcher).to.be.within(2, 199);
        expect(found.whole?.blocks).to.equal(200);
        const holds = async (count: number): Promise<boolean> =>
          judge(claim, { crash: await runCrash({ ...options, set: { "run.blocks": count } }), mev: null }).holds;
        expect([await holds(blocks), await holds(blocks - 1)], claim.matcher).to.deep.equal([false, true]);
      }
    }));

  it("is cut by halves where the result does not say when it failed", () =>
    inWorkplace(async () => {
      const set = { "run.blocks": 64, "agents.turnover": 20 };
      const run = { ...options, scenario: "may-19-2021", set };
      const found = await readReplay(fileIn(await failureOf(() => expect(crashOf(run)).to.leakAtMost(0.0001))));
      const blocks = Number(found.settings["run.blocks"]);
      expect(blocks).to.be.below(64);
      const again = await runMev({ ...run, set: { ...set, "run.blocks": blocks } });
      expect(judge(claimOf.leakAtMost([0.0001]), again)).to.include({ holds: false, value: found.measured });
    }));

  it("of a recorded day, where a cut bar runs otherwise, has a length with which it was seen to fail", () =>
    inWorkplace(async () => {
      const day = { scenario: "black-thursday-2020", engine: "twin", seed: 2, set: { "run.blocks": 900 } } as const;
      const failure = await failureOf(() => expect(crashOf(day)).to.loseAtMost(0.02));
      const found = await readReplay(fileIn(failure));
      expect(Number(found.settings["run.blocks"])).to.be.below(900);
      expect((await replayOf(fileIn(failure))).stdout).to.match(/^It still fails: /);
    }));

  it("is whole where a shorter run would fail for want of time: after not, and of what is to be earned", () =>
    inWorkplace(async () => {
      for (const assertion of [() => expect(crashOf(options)).not.to.loseAtMost(0.3), () => expect(crashOf(options)).to.earnAtLeast(0.5)]) {
        const found = await readReplay(fileIn(await failureOf(assertion)));
        expect(found).to.include({ whole: null });
        expect(found.settings["run.blocks"]).to.equal(200);
      }
    }));

  it("says what it takes to run it again, with every setting", () =>
    inWorkplace(async (place) => {
      const failure = await failureOf(() => expect(crashOf(options)).to.loseAtMost(0.001));
      const { settings, ...found } = await readReplay(fileIn(failure));
      expect(found).to.deep.include({
        crashReplay: 1,
        version: (JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8")) as { version: string }).version,
        matcher: "loseAtMost",
        arguments: [0.001],
        negated: false,
        limit: 0.001,
        needs: [],
        scenario: { name: "gbm", own: false },
        ordering: null,
        pool: null,
        seed: 1,
        engine: "twin",
        extraction: false,
      });
      const crash = await runCrash({ ...options, set: settings });
      expect(crash.settings).to.deep.equal(settings);
      expect(-crash.statement.find(({ book }) => book === "lp")!.total / crash.statement[0]!.startCapital).to.equal(found.measured);
      // The same failure has the same file, and nothing else is left.
      expect(fileIn(await failureOf(() => expect(crashOf(options)).to.loseAtMost(0.001)))).to.equal(fileIn(failure));
      expect(Object.keys(await place.tree())).to.deep.equal(["crash-replays", fileIn(failure)]);
    }));

  it("of other settings, arguments and seeds is another file", () =>
    inWorkplace(async () => {
      const files = await Promise.all(
        [
          () => expect(crashOf(options)).to.loseAtMost(0.001),
          () => expect(crashOf(options)).to.loseAtMost(0.0012),
          () => expect(crashOf({ ...options, set: { ...options.set, "market.cost": 0.002 } })).to.loseAtMost(0.001),
          () => expect(crashOf({ ...options, seed: 9 })).to.loseAtMost(0.001),
        ].map(async (assertion) => fileIn(await failureOf(assertion))),
      );
      expect(new Set(files).size).to.equal(4);
    }));

  it("is not needed for the assertion's own message: where it cannot be written, that says why", () =>
    inWorkplace(async (place) => {
      await writeFile("crash-replays", "somebody else's");
      const failure = await failureOf(() => expect(crashOf(options)).to.loseAtMost(0.001));
      expect(failure).to.match(/^expected the LP of .*\. No replay was written: EEXIST/);
      expect(await place.tree()).to.deep.equal({ "crash-replays": "somebody else's" });
    }));

  it("is whole or not there, on a full disk too", async () => {
    const done: string[] = [];
    const full = {
      makeFolder: async (folder: string) => done.push(`folder ${folder}`),
      write: async () => Promise.reject(new Error("ENOSPC: no space left on device, write")),
      rename: async () => done.push("rename"),
      remove: async (file: string) => done.push(`remove ${file.slice(0, 19)}`),
    };
    const crash = await runCrash(options);
    const claim = claimOf.loseAtMost([0.001]);
    const judgement = judge(claim, { crash, mev: null });
    const note = await leaveReplay(options, claim, false, judgement, (found) => writeReplay(found, full));
    expect(note).to.equal("No replay was written: ENOSPC: no space left on device, write");
    expect(done).to.deep.equal(["folder crash-replays", "remove crash-replays/.gbm-"]);
  });

  it("keeps a scenario's name out of the file system's way", () =>
    inWorkplace(async (place) => {
      const scenario = { ...livelyWindow("black-thursday-2020"), name: "../../my day: now" };
      const failure = await failureOf(() => expect(crashOf({ ...options, scenario, set: { "run.blocks": 30 } })).not.to.stayLiquid(0.1));
      expect(failure).to.match(
        /crash-replays\/-my-day-now-1-stayLiquid-\w+\.json; it needs the scenario object \.\.\/\.\.\/my day: now, which only/,
      );
      expect(Object.keys(await place.tree())).to.have.length(2);
    }));

  it("of an identity that broke has the settings that were given", async () => {
    const claim = claimOf.conserveTokens([]);
    const judgement = judge(claim, new IdentityError(3, 1, "one wei"));
    const written: CrashReplay[] = [];
    const write = async (found: CrashReplay): Promise<string> => {
      written.push(found);
      return "file";
    };
    expect(await leaveReplay({ ...options, set: { "run.blocks": 5 } }, claim, false, judgement, write)).to.include("crash replay file");
    expect(written[0]).to.deep.include({ settings: { "run.blocks": 5 }, measured: 1, whole: null });
  });
});
