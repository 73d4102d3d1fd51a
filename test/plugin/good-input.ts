import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CrashResult } from "../../src/core/result.ts";
import { type CrashArguments, DEFAULTS } from "../../src/plugin/arguments.ts";
import { BUILT_IN } from "../../src/plugin/config/built-in.ts";
import { orConfigured } from "../../src/plugin/or-configured.ts";
import { crashFiles } from "../../src/report/crash-files.ts";
import { resultSchema } from "../../src/report/result-schema.ts";
import { DEFAULT_SCENARIO } from "../../src/scenarios/find-scenario.ts";
import { runTask } from "./run-task.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const START = 1_600_000_000;

describe("the task crash", () => {
  let place: Workplace;

  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  const inOut = crashFiles.map((name) => `out/${name}`);
  const names = async (): Promise<string[]> => Object.keys(await place.tree());
  const resultOf = async (folder: string): Promise<CrashResult> =>
    resultSchema.parse(JSON.parse(await readFile(join(place.root, folder, "result.json"), "utf8")));

  /** Runs into the folder `out`, and expects that all went well. */
  async function run(args: Partial<CrashArguments>): Promise<string> {
    const ran = await runTask(place.root, { out: "out", ...args });
    expect(ran.stderr).to.equal("");
    expect(ran.success).to.equal(true);
    return ran.stdout;
  }

  it("has the scenario of the library as its default", () => {
    expect(BUILT_IN.scenario).to.equal(DEFAULT_SCENARIO);
    expect(DEFAULTS.scenario).to.equal(orConfigured(DEFAULT_SCENARIO));
  });

  describe("takes prices", () => {
    const paths: readonly (readonly [what: string, text: string, seconds: number])[] = [
      [
        "with a byte-order mark and CRLF",
        "\uFEFFtime,open,high,low,close\r\n2020-09-13T12:00:00Z,10,12,9,11\r\n2020-09-13T12:05:00Z,11,12,10,10\r\n",
        600,
      ],
      ["with unix seconds", `time,open,high,low,close\n${START},10,12,9,11\n${START + 300},11,12,10,10\n`, 600],
      ["as points", `time,price\n${START},10\n${START + 200},9\n${START + 400},11\n`, 400],
      ["in two rows", `time,price\n${START},10\n${START + 120},9\n`, 120],
      ["older than Ethereum", "date,price\n1987-10-19T14:30:00Z,282.7\n1987-10-19T14:40:00Z,224.8\n", 600],
    ];
    for (const [what, text, seconds] of paths)
      it(what, async () => {
        await writeFile(join(place.root, "my.csv"), text);
        const statement = await run({ path: "my.csv" });
        expect(statement).to.match(/^Prices of my\.csv: /);
        expect(statement).to.match(/\n\nReport: out\/index\.html\n$/);
        expect(await names()).to.deep.equal(["my.csv", "out", ...inOut]);
        const { scenario, crash, series } = await resultOf("out");
        expect(scenario.to - scenario.from).to.equal(seconds);
        expect(series.block.length).to.equal(crash.blocks + 1);
      });
  });

  it("takes settings and a seed", async () => {
    await run({ scenario: "calm-day", seed: "7", set: "run.blocks=30, market.cost=0.002" });
    const { scenario, seed, settings, crash } = await resultOf("out");
    expect(scenario.name).to.equal("calm-day");
    expect(seed).to.equal(7);
    expect(settings).to.include({ "run.blocks": 30, "market.cost": 0.002 });
    expect(crash.blocks).to.equal(30);
  });

  it("writes its five files below the working folder when no folder is named", async () => {
    const ran = await runTask(place.root, { seed: "3", set: "run.blocks=5" });
    expect(ran).to.include({ success: true, stderr: "" });
    const folder = `results/${DEFAULT_SCENARIO}-3`;
    expect(ran.stdout).to.match(new RegExp(`\\nReport: ${folder}/index\\.html\\n$`));
    expect(await names()).to.deep.equal(["results", folder, ...crashFiles.map((name) => `${folder}/${name}`)]);
  });

  it("replaces what an earlier run wrote, and writes the same bytes for the same arguments", async () => {
    await run({ set: "run.blocks=20" });
    const first = await place.tree();
    await run({ set: "run.blocks=10" });
    const second = await place.tree();
    expect(Object.keys(second)).to.deep.equal(["out", ...inOut]);
    for (const name of ["result.json", "series.csv", "index.html"]) expect(second[`out/${name}`]).to.not.equal(first[`out/${name}`]);
    await run({ set: "run.blocks=20" });
    const third = await place.tree();
    for (const name of Object.keys(first)) expect(third[name] === first[name], name).to.equal(true);
    expect(Object.keys(third)).to.deep.equal(Object.keys(first));
  });

  it("fits its statement into 100 columns where there is no terminal, without styles", async () => {
    const lines = (await run({ set: "run.blocks=20" })).split("\n");
    expect(lines.filter((line) => [...line].length > 100)).to.deep.equal([]);
    expect(lines.join("")).to.not.include("\u001b");
  });

  it("with --quiet prints nothing, and writes", async () => {
    expect(await run({ quiet: true, set: "run.blocks=5" })).to.equal("");
    expect(await names()).to.deep.equal(["out", ...inOut]);
  });

  it("with --json prints the result alone, valid by its schema, and writes only into a folder that is named", async () => {
    const args = { json: true, set: "run.blocks=30" };
    const ran = await runTask(place.root, args);
    expect(ran).to.include({ success: true, stderr: "" });
    expect(await names()).to.deep.equal([]);

    expect(await run({ ...args, quiet: true })).to.equal(ran.stdout);
    expect(await names()).to.deep.equal(["out", ...inOut]);
    expect(await readFile(join(place.root, "out", "result.json"), "utf8")).to.equal(ran.stdout);
    const schema = JSON.parse(await readFile(join(place.root, "out", "result.schema.json"), "utf8")) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(ran.stdout)), JSON.stringify(validate.errors)).to.equal(true);
  });
});
