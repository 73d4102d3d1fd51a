import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { describe, it } from "mocha";
import hre from "hardhat";
import plugin, { InputError, poolNamed, renderStatement, runCrash, v2Pair, writeReport } from "../../src/index.ts";
import type { CrashOptions } from "../../src/index.ts";
import { crashFiles } from "../../src/report/crash-files.ts";
import { projectWith } from "./project-with.ts";
import { runTask } from "./run-task.ts";
import { makeWorkplace } from "./workplace.ts";

/** What a promise is rejected with. */
async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("the library", () => {
  it("is a plugin", () => {
    expect(plugin.id).to.equal("hardhat-crash");
  });

  it("does what the task does", async () => {
    const place = await makeWorkplace();
    try {
      const result = await runCrash({ scenario: "calm-day", seed: 5, set: { "run.blocks": 25, market: { cost: 0.002 } } });
      await writeReport(result, join(place.root, "mine"));
      expect((await readdir(join(place.root, "mine"))).sort()).to.deep.equal([...crashFiles]);
      const ran = await runTask(place.root, { scenario: "calm-day", seed: "5", set: "run.blocks=25,market.cost=0.002", out: "theirs" });
      expect(ran.stdout).to.equal(`${await renderStatement(result, { width: 100 })}\nReport: theirs/index.html\n`);
      const tree = await place.tree();
      for (const name of crashFiles) expect(tree[`mine/${name}`] === tree[`theirs/${name}`], name).to.equal(true);
    } finally {
      await place.remove();
    }
  });

  it("tells of every block, in order", async () => {
    const calls: string[] = [];
    await runCrash({ set: { "run.blocks": 12 }, onBlock: (block, blocks) => calls.push(`${block}/${blocks}`) });
    expect(calls).to.deep.equal(Array.from({ length: 12 }, (_, i) => `${i + 1}/12`));
  });

  it("ends with the reason of an abort signal, before the next block", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let last = 0;
    const onBlock = (block: number): void => {
      last = block;
      if (block === 5) controller.abort(reason);
    };
    expect(await rejection(runCrash({ set: { "run.blocks": 50 }, onBlock, signal: controller.signal }))).to.equal(reason);
    expect(last).to.equal(5);
    last = 0;
    expect(await rejection(runCrash({ set: { "run.blocks": 50 }, onBlock, signal: controller.signal }))).to.equal(reason);
    expect(last).to.equal(0);
  });

  describe("binds a pool of one's own", () => {
    const set = { "run.blocks": 15, "agents.turnover": 5 } as const;

    const pools = { fork: { contract: "FeePair", args: ["token0", "token1", 2_500], fee: 0.0025 } };

    it("by its name in a project, or in the one around it, where the published pair always is", async () => {
      const { hre: configured } = await projectWith({ pools });
      expect(await poolNamed("fork", configured)).to.deep.include({ name: "fork", terms: { fee: 0.0025 } });
      expect(await poolNamed("VolatilityFeePair")).to.include({ name: "VolatilityFeePair" });
      for (const name of ["fork", "no-such-pool"])
        expect(await rejection(poolNamed(name)))
          .to.be.instanceOf(InputError)
          .with.property("code", "POOL_UNKNOWN");
      expect((await runCrash({ pool: await poolNamed("uniswap-v2"), set })).pool.name).to.equal("uniswap-v2");
    });

    it("from its compiled contract, as the configuration does by its name", async () => {
      const artifact = await hre.artifacts.readArtifact("FeePair");
      const bound = await v2Pair({ name: "fork", artifact, args: ["token0", "token1", 2_500], fee: 0.0025 });
      const named = await poolNamed("fork", (await projectWith({ pools })).hre);
      const [one, other] = [await runCrash({ pool: bound, set }), await runCrash({ pool: named, set })];
      expect(one.settings["pool.fee"]).to.equal(0.0025);
      expect(one).to.deep.equal(other);
      expect(await rejection(v2Pair({ artifact, fee: 0.7 })))
        .to.be.instanceOf(InputError)
        .with.property("code", "POOL_FEE");
    });
  });

  const mistakes: readonly (readonly [options: CrashOptions, code: string])[] = [
    [{ scenario: "black-friday" }, "SCENARIO_UNKNOWN"],
    [{ set: { "market.costs": 1 } }, "SETTING_UNKNOWN"],
    [{ set: { market: { cost: 2 } } }, "SETTING_OUT_OF_RANGE"],
    [{ set: { "market.cost": NaN } }, "SETTING_INVALID"],
  ];
  for (const [options, code] of mistakes)
    it(`rejects ${JSON.stringify(options)} with ${code}`, async () => {
      const error = await rejection(runCrash(options));
      expect(error).to.be.instanceOf(InputError);
      expect((error as InputError).code).to.equal(code);
    });
});
