import { readdir, readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import hre from "hardhat";
import { runSweep } from "../../src/index.ts";
import { SWEEP_DEFAULTS } from "../../src/plugin/sweep-arguments.ts";
import sweep from "../../src/plugin/tasks/sweep.ts";
import { encodeSummary } from "../../src/report/sweep/encode-summary.ts";
import { renderSweepText } from "../../src/report/sweep/sweep-text.ts";
import { filesBelow } from "../sweep/run-small.ts";
import { catchOutput } from "./catch-output.ts";
import { hardhat, runHardhat, start } from "./spawn-hardhat.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const SET = "process.days=0.01,mempool.blockProcess=fixed";
/** Eight chunks. */
const LONG = ["crash", "sweep", "merton", "pool.fee=0.0005,0.003", "--paths", "2900", "--set", "process.days=0.1", "--workers", "2"];

describe("crash sweep", () => {
  let place: Workplace;
  let out: string;

  beforeEach(async () => {
    place = await makeWorkplace();
    out = join(place.root, "out");
  });
  afterEach(() => place.remove());

  const parts = async (): Promise<number> => (await readdir(join(`${out}.partial`, "parts")).catch(() => [])).length;

  it("prints what it found, and leaves parts, summary and page; as the library does", async () => {
    const args = ["crash", "sweep", "gbm", "pool.fee=0.0005,0.003", "hedger.interval=1,25", "--paths", "200", "--set", SET, "--out", out];
    const ran = await runHardhat(args);
    const options = { scenario: "gbm", paths: 200, set: { "process.days": 0.01, "mempool.blockProcess": "fixed" } };
    const summary = await runSweep({ ...options, axes: { "pool.fee": [0.0005, 0.003], "hedger.interval": [1, 25] } });
    expect(ran).to.deep.equal({
      code: 0,
      signal: null,
      stderr: "",
      stdout: `${renderSweepText(summary, { width: 100, color: false })}\nReport: ${out}/index.html\n`,
    });
    expect(Object.keys(await filesBelow(out))).to.deep.equal(["index.html", "parts/part-0000000.parquet", "summary.json", "sweep.json"]);
    expect(await readFile(join(out, "summary.json"), "utf8")).to.equal(encodeSummary(summary));
    expect((await runHardhat([...args, "--resume", "--json"])).stdout).to.equal(encodeSummary(summary));
  });

  it("killed at any moment loses no finished chunk, and resumed gives the bytes of one that was left alone", async () => {
    const whole = join(place.root, "whole");
    const alone = runHardhat([...LONG, "--out", whole, "--quiet"]);
    // At once, in the middle, and again in the middle of what was left.
    for (const wanted of [0, 2, 4]) {
      const { child, ended } = start([...hardhat, ...LONG, "--out", out, "--quiet", "--resume"]);
      while ((await parts()) < wanted && child.exitCode === null) await wait(5);
      child.kill("SIGKILL");
      await ended;
      expect((await alone).code).to.equal(0);
      // What a kill leaves half written is not a part.
      for (const name of Object.keys(await filesBelow(place.root)).filter(
        (each) => each.startsWith("out.partial/parts/") && each.endsWith("parquet"),
      )) {
        const known = await readFile(join(whole, name.replace("out.partial/", "")));
        expect(known.equals(await readFile(join(place.root, name))), name).to.equal(true);
      }
    }
    expect((await runHardhat([...LONG, "--out", out, "--quiet", "--resume"])).code).to.equal(0);
    expect(await filesBelow(out)).to.deep.equal(await filesBelow(whole));
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const)
    it(`interrupted by ${signal} ends with 130 and says how to go on`, async () => {
      const { child, ended } = start([...hardhat, ...LONG, "--out", out]);
      while ((await parts()) < 2 && child.exitCode === null) await wait(5);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect({ code, stdout }).to.deep.equal({ code: 130, stdout: "" });
      expect(stderr).to.match(
        /^Interrupted; \d+ of 5800 paths are finished, in .*out\.partial: the same command with --resume goes on\.\n$/,
      );
      expect(existsSync(out)).to.equal(false);
    });

  for (const [what, args, message] of [
    ["a negative volatility", { what: ["gbm"], set: "process.volatilityPerDay=-0.05" }, /^Error SETTING_OUT_OF_RANGE: .*from 0 to 5/],
    ["a correlation outside −1..1", { what: ["heston", "process.correlation=-1.5,0"] }, /^Error SETTING_OUT_OF_RANGE: .*from -1 to 1/],
    ["an axis that names no setting", { what: ["gbm", "pool.feee=0.003"] }, /^Error SETTING_UNKNOWN: .*did you mean pool\.fee\?/],
    ["an axis without values", { what: ["gbm", "pool.fee="] }, /^Error AXIS_SYNTAX: /],
    ["a setting that has no part", { what: ["gbm", "agents.turnover=1,2"] }, /^Error SETTING_WITHOUT_PART: /],
    ["0 paths", { what: ["gbm"], paths: "0" }, /^Error PATHS_INVALID: /],
    ["paths that are no number", { what: ["gbm"], paths: "many" }, /^Error PATHS_INVALID: /],
    ["0 workers", { what: ["gbm"], workers: "0" }, /^Error WORKERS_INVALID: /],
    ["an unknown engine", { what: ["gbm"], engine: "chain" }, /^Error ENGINE_UNKNOWN: .*kernel or twin/],
    ["two scenarios", { what: ["gbm", "heston"] }, /^Error SCENARIO_REPEATED: /],
    ["an unknown law", { what: ["gmb"] }, /^Error SCENARIO_UNKNOWN: .*did you mean gbm\?/],
  ] as const)
    it(`refuses ${what} in one line, and writes nothing`, async () => {
      const given = { ...SWEEP_DEFAULTS, resume: false, json: false, quiet: false, out, ...args };
      const { value, stdout, stderr } = await catchOutput(() => sweep(given, hre));
      expect({ success: value.success, stdout }).to.deep.equal({ success: false, stdout: "" });
      expect(stderr).to.match(message);
      expect(stderr.trimEnd().split("\n")).to.have.length(1);
      expect(await place.tree()).to.deep.equal({});
    });

  it("ends with exit code 1 for a user's mistake", async () => {
    expect(await runHardhat(["crash", "sweep", "gbm", "--paths", "0", "--out", out])).to.include({ code: 1, stdout: "" });
  });
});
