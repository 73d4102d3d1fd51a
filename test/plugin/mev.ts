import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import hre from "hardhat";
import { afterEach, beforeEach, describe, it } from "mocha";
import { MEV_DEFAULTS, type MevArguments } from "../../src/plugin/mev-arguments.ts";
import mev from "../../src/plugin/tasks/mev.ts";
import { outputFiles } from "../../src/report/output-files.ts";
import { catchOutput } from "./catch-output.ts";
import type { TaskRun } from "./run-task.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const SHORT = "run.blocks=40,agents.turnover=20";

/** Calls the action of `crash mev` as Hardhat does, in this process and in a folder, and catches what it writes. */
async function runMevTask(folder: string, args: Partial<MevArguments>): Promise<TaskRun> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    const all = { ...MEV_DEFAULTS, engine: "twin", set: SHORT, json: false, quiet: false, ...args };
    const { value, stdout, stderr } = await catchOutput(() => mev(all, hre));
    return { success: value.success, stdout, stderr };
  } finally {
    process.chdir(home);
  }
}

describe("the task crash mev", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());
  const read = (name: string): Promise<string> => readFile(join(place.root, name), "utf8");

  it("prints who took what from whom, and leaves the files of extraction beside those of the crash", async () => {
    const { success, stdout, stderr } = await runMevTask(place.root, { scenario: "may-19-2021", out: "out" });
    expect({ success, stderr }).to.deep.equal({ success: true, stderr: "" });
    expect(stdout).to.match(/^19 May 2021, from 07:00: who took what from whom\n/);
    expect(stdout).to.match(/\n\nReport: out\/index\.html\n$/);
    expect(Object.keys(await place.tree())).to.deep.equal([
      "out",
      ...outputFiles
        .filter((name) => !name.startsWith("compare") && !name.startsWith("probe"))
        .map((name) => `out/${name}`)
        .sort(),
    ]);
    expect(await read("out/index.html")).to.include('href="crash.html"');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(await read("out/mev.schema.json")) as object);
    expect(validate(JSON.parse(await read("out/mev.json"))), JSON.stringify(validate.errors)).to.equal(true);
  });

  it("--json prints mev.json and nothing else, and writes nothing; on the chain it is the same", async () => {
    const [twin, chain] = [await runMevTask(place.root, { json: true }), await runMevTask(place.root, { json: true, engine: "chain" })];
    expect(JSON.parse(twin.stdout)).to.include({ schemaVersion: 1, ordering: "priority-fee" });
    expect(chain.stdout).to.equal(twin.stdout);
    expect(await place.tree()).to.deep.equal({});
  });

  it("--without and --protect compare the run with another one", async () => {
    const { stdout } = await runMevTask(place.root, { quiet: true, json: true, without: "sandwich", seeds: "3" });
    expect((JSON.parse(stdout) as { counterfactual: object }).counterfactual).to.include({ without: "sandwich", seeds: 3 });
    const hidden = await runMevTask(place.root, { json: true, protect: "private", seeds: "1" });
    expect((JSON.parse(hidden.stdout) as { counterfactual: object }).counterfactual).to.include({
      without: "protection: private",
      seeds: 1,
    });
  });

  const faults: readonly (readonly [args: Partial<MevArguments>, message: string])[] = [
    [{ without: "everything" }, "Error WITHOUT_UNKNOWN: there is nothing called everything to take out of a run"],
    [{ without: "" }, "Error WITHOUT_UNKNOWN: "],
    [{ protect: "public" }, "Error PROTECT_UNKNOWN: there is no such protection"],
    [{ protect: "slippage=2" }, "Error SETTING_OUT_OF_RANGE: the setting agents.slippageTolerance is out of range"],
    [{ without: "sandwich", protect: "private" }, "Error MEV_COMPARISON: "],
    [{ seeds: "0" }, "Error SEEDS_INVALID: "],
    [{ seeds: "many" }, "Error SEEDS_INVALID: the number of seeds is no whole number"],
    [{ seeds: "1001" }, "Error SEEDS_INVALID: "],
    [{ scenario: "mev" }, "Error SCENARIO_RESERVED: mev is a subtask"],
    [{ set: "mempool.ordering=alphabetical" }, "Error SETTING_INVALID: "],
    [{ set: "lending.borrowers=3,lending.riskiest=1.2" }, "Error SETTING_OUT_OF_RANGE: lending.liquidationRatio"],
  ];
  for (const [args, message] of faults)
    it(`refuses ${JSON.stringify(args)} and writes nothing`, async () => {
      const { success, stdout, stderr } = await runMevTask(place.root, args);
      expect({ success, stdout }).to.deep.equal({ success: false, stdout: "" });
      expect(stderr).to.satisfy((text: string) => text.startsWith(message), stderr);
      expect(stderr).not.to.include("    at ");
      expect(await place.tree()).to.deep.equal({});
    });
});
