import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import hre from "hardhat";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import type { CrashUserConfig } from "../../src/index.ts";
import { poolNamed } from "../../src/plugin/pool-named.ts";
import { projectWith } from "./project-with.ts";
import type { TaskRun } from "./run-task.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const pools = {
  fork: { contract: "FeePair", args: ["token0", "token1", 2_500], fee: 0.0025 },
  moving: { contract: "VolatilityFeePair", feeGetter: "feePpm" },
  absent: { contract: "NoSuchPair" },
  module: "./pools/mine.ts",
} as const;
const section: CrashUserConfig = { set: { "run.blocks": 20, "agents.turnover": 5 }, pools, pool: "fork" };

describe("a pool of one's own, by name", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());
  const run = async (crash: CrashUserConfig, args: Readonly<Record<string, unknown>> = {}): Promise<TaskRun> =>
    (await projectWith(crash)).run(place.root, ["crash"], { json: true, ...args });
  const named = async (name: string): Promise<unknown> => {
    const project = {
      artifacts: hre.artifacts,
      config: { ...hre.config, crash: { ...hre.config.crash, pools }, paths: { ...hre.config.paths, root: place.root } },
    };
    return poolNamed(project, name).catch((error: unknown) => error);
  };

  it("is what crash drives where the configuration says so, with its fee", async () => {
    const { success, stdout, stderr } = await run(section);
    expect(success, stderr).to.equal(true);
    const { pool, settings } = JSON.parse(stdout) as { pool: { name: string }; settings: Record<string, unknown> };
    expect([pool.name, settings["pool.fee"]]).to.deep.equal(["fork", 0.0025]);
  });

  it("gives way to what the command line says, the published pair among it", async () => {
    for (const name of ["moving", "uniswap-v2"]) {
      const { stdout } = await run(section, { pool: name, set: "pool.fee=0.003" });
      expect((JSON.parse(stdout) as { pool: { name: string } }).pool.name).to.equal(name);
    }
  });

  it("may be a contract of the project, which has to take the published fee then", async () => {
    const { success, stderr } = await run(section, { pool: "QuotingPair" });
    expect(success).to.equal(false);
    expect(stderr).to.match(/^Error POOL_FEE: the pool QuotingPair refuses a swap/);
  });

  it("may be a module of the project", async () => {
    const source = fileURLToPath(new URL("../../src/venues/chain/v2-pair.ts", import.meta.url));
    const artifacts = fileURLToPath(new URL("../../src/venues/chain/artifacts.ts", import.meta.url));
    await mkdir(join(place.root, "pools"));
    const text = `import { v2Pair } from ${JSON.stringify(source)};\nimport { publishedArtifact } from ${JSON.stringify(artifacts)};\nexport default v2Pair({ name: "mine", artifact: publishedArtifact("UniswapV2Pair") });\n`;
    await writeFile(join(place.root, "pools", "mine.ts"), text);
    expect(await named("module")).to.include({ name: "mine" });
    expect(await named(join(place.root, "pools", "mine.ts"))).to.include({ name: "mine" });
    const door = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
    await writeFile(join(place.root, "pools", "later.ts"), text.replace(JSON.stringify(source), JSON.stringify(door)));
    expect(await named(join(place.root, "pools", "later.ts"))).to.include({ name: "mine" });
    await writeFile(join(place.root, "pools", "none.ts"), "export default 1;\n");
    await writeFile(join(place.root, "pools", "broken.ts"), "throw new Error('no');\n");
    for (const file of ["none", "broken", "absent"])
      expect(await named(join(place.root, "pools", `${file}.ts`)))
        .to.be.instanceOf(InputError)
        .with.property("code", "POOL_MODULE");
  });

  it("that is not there is refused with what there is", async () => {
    for (const name of ["nothing", "absent"]) {
      const found = (await named(name)) as InputError;
      expect(found.code).to.equal("POOL_UNKNOWN");
      expect(found.facts.allowed).to.match(/^uniswap-v2, fork, moving, absent, module, a contract of the project/);
    }
  });
});
