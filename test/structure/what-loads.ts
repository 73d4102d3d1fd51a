import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { expect } from "chai";
import { describe, it } from "mocha";
import { project } from "../plugin/spawn-hardhat.ts";
import { loadedPackages } from "./loaded-packages.ts";

const source = (file: string): string => JSON.stringify(pathToFileURL(join(project, "src", file)).href);
const door = `const door = await import(${source("index.ts")});`;
const hooks = `const hooks = await (await import(${source("plugin/config-hooks.ts")})).default();`;
const few = `set: { "run.blocks": 3 }`;

/** What describes tasks: nothing of it compiles, connects or simulates. */
const description = ["@nomicfoundation/hardhat-errors", "@nomicfoundation/hardhat-utils", "hardhat"];
/** What a run without a chain draws from and checks its settings with. */
const twin = ["d3-random", "fastest-levenshtein", "pure-rand", "zod"];
/** What sweeps, pages and terminals want, and a run does not. Visitors' `ws` cannot be told from Hardhat's own. */
const others = ["cli-progress", "hyparquet", "hyparquet-writer", "piscina", "uplot"];

describe("what is loaded", () => {
  it("by the door: what describes the tasks", async () => {
    expect(await loadedPackages(door)).to.deep.equal(description);
  });

  it("with every command of a project without the section crash: nothing more", async () => {
    const program = `${hooks} await hooks.extendUserConfig({}, async (config) => config); await hooks.validateUserConfig({});`;
    expect(await loadedPackages(program)).to.deep.equal([]);
  });

  it("by a section crash: what checks it", async () => {
    const program = `${hooks} await hooks.validateUserConfig({ crash: { seed: 7, engine: "twin", out: "crashes" } });`;
    expect(await loadedPackages(program)).to.deep.equal(["fastest-levenshtein", "zod"]);
  });

  for (const [call, options] of [
    ["runCrash", few],
    ["runMev", few],
    ["runCompare", `seeds: 1, ${few}`],
  ] as const)
    it(`by ${call} on the twin: what draws and checks, and no chain`, async () => {
      const program = `${door} await door.${call}({ engine: "twin", ${options} });`;
      expect(await loadedPackages(program)).to.deep.equal([...description, ...twin].sort());
    });

  it("by a pool of one's own: ethers and what Hardhat's project has, and no chain", async () => {
    const options = `{ artifact: { abi: [], bytecode: "0x" } }`;
    const bound = await loadedPackages(`${door} await door.v2Pair(${options}).catch(() => undefined);`);
    expect(bound).to.include.members([...description, "ethers"]);
    expect(bound.filter((name) => [...others, ...twin].includes(name) || name.startsWith("@nomicfoundation/edr"))).to.deep.equal([]);
    const named = await loadedPackages(`${door} await door.poolNamed("uniswap-v2");`);
    expect(named).to.include.members(["@uniswap/v2-core", "ethers"]);
    expect(named).to.not.include("@nomicfoundation/edr");
  });

  it("by runCrash on the chain: Hardhat's node, ethers and Uniswap's contracts, and nothing of sweeps and pages", async () => {
    const loaded = await loadedPackages(`${door} await door.runCrash({ ${few} });`);
    expect(loaded).to.include.members(["@nomicfoundation/edr", "@uniswap/v2-core", "@uniswap/v2-periphery", "ethers", ...twin]);
    expect(loaded.filter((name) => others.includes(name))).to.deep.equal([]);
  });

  it("by a sweep: threads and Parquet, and no chain", async () => {
    const loaded = await loadedPackages(
      `${door} await door.runSweep({ scenario: "gbm", paths: 2, workers: 1, set: { "process.days": 0.01 } });`,
    );
    expect(loaded).to.include.members(["hyparquet-writer", "piscina"]);
    expect(loaded.filter((name) => name.startsWith("@nomicfoundation/edr") || name === "ethers" || name === "ws")).to.deep.equal([]);
  });
});
