import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import hre from "hardhat";
import { afterEach, beforeEach, describe, it } from "mocha";
import { runCompare } from "../../src/index.ts";
import { COMPARE_DEFAULTS, type CompareArguments, parsePair } from "../../src/plugin/compare-arguments.ts";
import compare from "../../src/plugin/tasks/compare.ts";
import { encodeCompare } from "../../src/report/compare/encode-compare.ts";
import { calmDay } from "../../src/scenarios/calm-day.ts";
import { loopSystems } from "../../src/scenarios/loop-systems.ts";
import { catchOutput } from "./catch-output.ts";
import type { TaskRun } from "./run-task.ts";
import { runHardhat } from "./spawn-hardhat.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const SHORT = { set: "run.blocks=30", seeds: "2" };

/** Calls the action of `crash compare` as Hardhat does, in this process and in a folder, and catches what it writes. */
async function runCompareTask(folder: string, args: Partial<CompareArguments>): Promise<TaskRun> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    const all = { ...COMPARE_DEFAULTS, ...SHORT, json: false, quiet: false, ...args };
    const { value, stdout, stderr } = await catchOutput(() => compare(all, hre));
    return { success: value.success, stdout, stderr };
  } finally {
    process.chdir(home);
  }
}

describe("the task crash compare", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());
  const read = (name: string): Promise<string> => readFile(join(place.root, name), "utf8");

  it("prints both crashes and the answer, and leaves numbers, schema and page; again in the same place, and as the library does", async () => {
    const first = await runCompareTask(place.root, { out: "out" });
    expect({ success: first.success, stderr: first.stderr }).to.deep.equal({ success: true, stderr: "" });
    expect(first.stdout).to.match(/^Black Thursday, 12 March 2020 beside Black Monday, 19 October 1987\n/);
    expect(first.stdout).to.match(/\n\nReport: out\/index\.html\n$/);
    expect(Object.keys(await place.tree())).to.deep.equal(["out", "out/compare.json", "out/compare.schema.json", "out/index.html"]);
    const text = await read("out/compare.json");
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await read("out/compare.schema.json")) as object);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true);
    const tree = await place.tree();
    expect(await runCompareTask(place.root, { out: "out" })).to.deep.equal(first);
    expect(await place.tree()).to.deep.equal(tree);
    expect(encodeCompare(await runCompare({ seeds: 2, set: { "run.blocks": 30 } }))).to.equal(text);
  });

  it("--json prints compare.json and nothing else, and writes nothing; on the chain it is the same", async () => {
    const set = "run.blocks=6";
    const [twin, chain] = [
      await runCompareTask(place.root, { json: true, set, seeds: "1" }),
      await runCompareTask(place.root, { json: true, set, seeds: "1", engine: "chain" }),
    ];
    expect(JSON.parse(twin.stdout)).to.include({ schemaVersion: 1, seeds: 1 });
    expect(chain.stdout).to.equal(twin.stdout);
    expect(await place.tree()).to.deep.equal({});
  });

  it("names the folder after both scenarios where none is named; --quiet says nothing", async () => {
    const run = await runCompareTask(place.root, { scenarios: ["gbm", "calm-day"], quiet: true, seeds: "1", seed: "7" });
    expect(run).to.deep.equal({ success: true, stdout: "", stderr: "" });
    expect(Object.keys(await place.tree())).to.include("results/compare-gbm-calm-day-7/compare.json");
  });

  const faults: readonly (readonly [args: Partial<CompareArguments>, expected: string])[] = [
    [{ scenarios: ["black-thursday-2020"] }, "Error COMPARE_TWO: a comparison is of two scenarios; "],
    [{ scenarios: ["gbm", "kou", "merton"] }, "Error COMPARE_TWO: "],
    [{ scenarios: ["gbm", "gbm"] }, "Error COMPARE_SAME: "],
    [
      { scenarios: ["black-thursday-2020", "black-mondy-1987"] },
      "Error SCENARIO_UNKNOWN: there is no scenario black-mondy-1987; did you mean black-monday-1987?",
    ],
    [{ scenarios: ["mev", "gbm"] }, "Error SCENARIO_RESERVED: "],
    [
      { scenarios: ["gbm", "black-monday-1987"], set: "process.volatilityPerDay=0.1" },
      "Error SETTING_UNKNOWN: the prices of black-monday-1987 are recorded, not drawn, so it has no setting process.volatilityPerDay",
    ],
    [{ set: "pool.fe=0.1" }, "Error SETTING_UNKNOWN: there is no setting pool.fe; did you mean pool.fee?"],
    [{ set: "market.permanentImpact=1" }, "Error COMPARE_MARKET: "],
    [{ seeds: "0" }, "Error SEEDS_INVALID: "],
    [{ seeds: "1001" }, "Error SEEDS_INVALID: "],
    [{ seeds: "many" }, "Error SEEDS_INVALID: "],
    [{ seed: "-1" }, "Error SEED_INVALID: "],
    [{ engine: "kernel" }, "Error ENGINE_UNKNOWN: "],
    [{ set: "" }, "Error ARGUMENT_EMPTY: "],
    [{ out: "" }, "Error ARGUMENT_EMPTY: "],
  ];
  for (const [args, expected] of faults)
    it(`${JSON.stringify(args)} is refused in a line, and nothing is written`, async () => {
      const { success, stdout, stderr } = await runCompareTask(place.root, args);
      expect({ success, stdout }).to.deep.equal({ success: false, stdout: "" });
      expect(stderr).to.match(/^[^\n]+\n$/);
      expect(stderr.slice(0, expected.length)).to.equal(expected);
      expect(stderr).to.include("; allowed: ");
      expect(await place.tree()).to.deep.equal({});
    });

  it("is there in the help, with its defaults", async () => {
    const { stdout } = await runHardhat(["crash", "compare", "--help"]);
    for (const text of ["black-thursday-2020", "black-monday-1987", "(default: 10)", "(default: twin, or the configuration's)"])
      expect(stdout).to.include(text);
  });
});

describe("two scenarios to compare", () => {
  it("are two names", () => expect(parsePair(["one", "other"])).to.deep.equal(["one", "other"]));

  it("may be one's own, and those whose titles begin alike are called by their names", async () => {
    const [one, other] = ["mine", "yours"].map((name) => ({ ...calmDay(), name, title: "A calm day, mine or yours" }));
    if (one === undefined || other === undefined) throw new Error("two are needed");
    const { scenarios } = await runCompare({ scenarios: [one, other], seeds: 1, set: { run: { blocks: 20 } } });
    expect(scenarios.map(({ short }) => short)).to.deep.equal(["mine", "yours"]);
  });
});

describe("a comparison", () => {
  it("counts its runs, and ends where it is told to", async () => {
    const seen: (readonly [number, number])[] = [];
    const controller = new AbortController();
    const reason = new Error("enough");
    const onRun = (run: number, runs: number): void => {
      seen.push([run, runs]);
      if (run === 3) controller.abort(reason);
    };
    const run = runCompare({ seeds: 2, set: { "run.blocks": 10 }, onRun, signal: controller.signal });
    expect(await run.catch((error: unknown) => error)).to.equal(reason);
    const runs = 2 * 2 * (1 + loopSystems.length);
    expect(seen).to.deep.equal([
      [1, runs],
      [2, runs],
      [3, runs],
    ]);
  });

  it("hears between two runs what comes from outside, as Ctrl-C does", async () => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    setTimeout(() => controller.abort(reason), 0);
    const run = runCompare({ seeds: 2, set: { "run.blocks": 10 }, signal: controller.signal });
    expect(await run.catch((error: unknown) => error)).to.equal(reason);
  });

  it("has an insurer beside the books that are always there, and other settings where they are asked for", async () => {
    const { scenarios } = await runCompare({ seeds: 3, set: { "run.blocks": 60, "pool.fee": 0.001 } });
    for (const { books, settings, systems, identities } of scenarios) {
      expect(books.map(({ book }) => book)).to.deep.equal(["hold", "lp", "hedged-lp", "option-twin", "short-straddle", "insurer"]);
      expect(settings["pool.fee"]).to.equal(0.001);
      expect(systems.map(({ id }) => id)).to.deep.equal(loopSystems.map(({ id }) => id));
      expect(systems.find(({ id }) => id === "pool")?.deeper?.interval?.[1]).to.be.below(0);
      for (const { largestGap, tolerance } of identities) expect(largestGap).to.be.at.most(tolerance);
    }
    const bare = await runCompare({ seeds: 1, set: { "run.blocks": 5, "hedger.insurance": "none" } });
    expect(bare.scenarios.flatMap(({ books }) => books.map(({ book }) => book))).to.not.include("insurer");
  });
});
