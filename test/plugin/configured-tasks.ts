import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CrashUserConfig } from "../../src/index.ts";
import { projectWith } from "./project-with.ts";
import type { TaskRun } from "./run-task.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const section: CrashUserConfig = {
  scenario: "calm-day",
  seed: 7,
  engine: "twin",
  out: "crashes",
  set: { "run.blocks": 4, "market.cost": 0.002, "pool.fee": 0.01 },
};

describe("tasks in a project with a section crash", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  const read = async (name: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(place.root, name), "utf8")) as Record<string, unknown>;
  const folders = async (): Promise<readonly string[]> =>
    Object.entries(await place.tree())
      .filter(([, content]) => content === "not a file")
      .map(([name]) => name);

  /** Runs a task that has to succeed. */
  async function run(crash: CrashUserConfig, task: readonly string[], args: Readonly<Record<string, unknown>> = {}): Promise<TaskRun> {
    const ran = await (await projectWith(crash)).run(place.root, task, args);
    expect(ran.success, ran.stderr).to.equal(true);
    return ran;
  }

  it("crash does as it says where the command line says nothing", async () => {
    const { stdout } = await run(section, ["crash"]);
    expect(stdout).to.match(/\n\nReport: crashes\/calm-day-7\/index\.html\n$/);
    expect(await folders()).to.deep.equal(["crashes", "crashes/calm-day-7"]);
    const { seed, settings, engine } = await read("crashes/calm-day-7/result.json");
    expect(seed).to.equal(7);
    expect(settings).to.include({ "run.blocks": 4, "market.cost": 0.002, "pool.fee": 0.01 });
    expect(engine).to.include({ name: "twin" });
  });

  it("crash does as the command line says where that says something, and be it what is built in", async () => {
    await run(section, ["crash"], { scenario: "black-thursday-2020", seed: "1", engine: "chain", set: "pool.fee=0.003,market.cost=0.003" });
    expect(await folders()).to.deep.equal(["crashes", "crashes/black-thursday-2020-1"]);
    const { seed, settings, engine } = await read("crashes/black-thursday-2020-1/result.json");
    expect(seed).to.equal(1);
    expect(settings).to.include({ "run.blocks": 4, "market.cost": 0.003, "pool.fee": 0.003 });
    expect(engine).to.not.include({ name: "twin" });
  });

  it("a folder that the command line names stands where it says, and with --json none is left", async () => {
    await run(section, ["crash"], { out: "here", quiet: true });
    await run(section, ["crash"], { json: true });
    expect(await folders()).to.deep.equal(["here"]);
  });

  it("crash mev does as it says", async () => {
    await run({ ...section, out: "crashes/" }, ["crash", "mev"], { quiet: true });
    expect(await folders()).to.deep.equal(["crashes", "crashes/mev-calm-day-7"]);
    const { seed, settings, engine } = await read("crashes/mev-calm-day-7/result.json");
    expect(seed).to.equal(7);
    expect(settings).to.include({ "run.blocks": 4, "market.cost": 0.002, "pool.fee": 0.01 });
    expect(engine).to.include({ name: "twin" });
  });

  it("crash compare does as it says, with a pair of its own", async () => {
    const chain = { ...section, engine: "chain", set: { "run.blocks": 4, "pool.fee": 0.01 } } as const;
    const refused = await (await projectWith(chain)).run(place.root, ["crash", "compare"], { seeds: "1" });
    expect(refused.stderr).to.match(/^Error FEE_NEEDS_TWIN: /);
    await run({ ...section, engine: "twin" }, ["crash", "compare"], { seeds: "1", quiet: true });
    const folder = "crashes/compare-black-thursday-2020-black-monday-1987-7";
    expect(await folders()).to.deep.equal(["crashes", folder]);
    expect(await read(`${folder}/compare.json`)).to.include({ seed: 7 });
  });

  it("crash sweep does as it says; an axis is no setting, and what has no part is told and left out", async () => {
    const set = { "pool.fee": 0.01, "market.cost": 0.002, "process.days": 0.01, "agents.turnover": 3 };
    const { stderr } = await run({ ...section, set, scenario: "gbm" }, ["crash", "sweep"], {
      what: ["pool.fee=0.003,0.02"],
      set: "market.cost=0.004",
      paths: "3",
      workers: "1",
    });
    expect(stderr).to.equal("The configuration's agents.turnover has no part in a sweep of the kernel.\n");
    expect(await folders()).to.deep.equal(["crashes", "crashes/sweep-gbm-7", "crashes/sweep-gbm-7/parts"]);
    const { seed, settings, axes } = await read("crashes/sweep-gbm-7/summary.json");
    expect(seed).to.equal(7);
    expect(settings).to.include({ "market.cost": 0.004, "process.days": 0.01 });
    expect(axes).to.deep.equal([{ key: "pool.fee", values: [0.003, 0.02] }]);
  });

  it("crash serve does as it says", async () => {
    await run({ ...section, set: { "run.blocks": 2 } }, ["crash", "serve"], { port: "0", pace: "10000", quiet: true });
    expect(await folders()).to.deep.equal(["crashes", "crashes/serve-calm-day-7"]);
    expect((await read("crashes/serve-calm-day-7/result.json"))["seed"]).to.equal(7);
  });

  for (const task of ["mev", "compare", "sweep", "serve"])
    it(`a pool of one's own that the configuration names is refused by ${task}, which drives the published pair alone`, async () => {
      const own = await projectWith({ ...section, pools: { mine: { contract: "Pool" } }, pool: "mine" });
      const ran = await own.run(place.root, ["crash", task], {});
      expect(ran).to.deep.equal({
        success: false,
        stdout: "",
        stderr:
          'Error POOL_NOT_DRIVEN: the task cannot drive the pool that the configuration names; found "mine"; allowed: crash.pool = "uniswap-v2", or none\n',
      });
      expect(await place.tree()).to.deep.equal({});
    });
});
