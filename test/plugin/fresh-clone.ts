import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { resultSchema } from "../../src/report/result-schema.ts";
import { project, runHardhat } from "./spawn-hardhat.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const CLONED = ["package.json", "tsconfig.json", "hardhat.config.ts", "contracts", "data", "src"];

describe("in a fresh clone, where no contract is compiled yet", () => {
  let place: Workplace;

  beforeEach(async () => {
    place = await makeWorkplace();
    await Promise.all(CLONED.map((name) => cp(join(project, name), join(place.root, name), { recursive: true })));
    await symlink(join(project, "node_modules"), join(place.root, "node_modules"), "junction");
  });
  afterEach(() => place.remove());

  it("--json prints the result alone, and standard error stays empty", async () => {
    const ran = await runHardhat(["crash", "--json", "--set", "run.blocks=5"], { cwd: place.root });
    expect(ran.stderr).to.equal("");
    expect(ran.code).to.equal(0);
    expect(resultSchema.parse(JSON.parse(ran.stdout)).crash.blocks).to.equal(5);
    expect(ran.stdout).to.match(/^\{\n[^]*\n\}\n$/);
  });
});
