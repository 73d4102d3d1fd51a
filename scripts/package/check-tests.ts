import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expectText } from "./expect-text.ts";
import { run } from "./run.ts";

const config = `import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatCrash from "hardhat-crash";
export default { plugins: [hardhatMocha, hardhatCrash] };
`;

const test = `import assert from "node:assert/strict";
import { type CrashResult, runCrash } from "hardhat-crash";
import { describe, it } from "mocha";

const crash = (engine: "chain" | "twin"): Promise<CrashResult> =>
  runCrash({ scenario: "black-thursday-2020", engine, set: { "run.blocks": 300 } });

describe("a pool in a crash", () => {
  for (const engine of ["twin", "chain"] as const)
    it(\`loses to whoever trades at stale prices, on the \${engine}\`, async () => {
      const { statement, crash: { blocks } } = await crash(engine);
      const lp = statement.find(({ book }) => book === "lp");
      assert.equal(blocks, 300);
      assert.ok(lp !== undefined && lp.lines.bleed < 0 && lp.lines.premium > 0, JSON.stringify(lp));
    });

  it("lives through the same on both", async () => {
    const [{ engine: one, ...twin }, { engine: other, ...chain }] = [await crash("twin"), await crash("chain")];
    assert.deepEqual([one.name, other.name], ["twin", "chain"]);
    assert.deepEqual(twin, chain);
  });
});
`;

/** Runs a test of the project's own under Hardhat's mocha, with three lines of configuration. */
export function checkTests(project: string): void {
  writeFileSync(path.join(project, "hardhat.config.ts"), config);
  mkdirSync(path.join(project, "test"));
  writeFileSync(path.join(project, "test", "pool.ts"), test);
  // There is no contract to compile, and Hardhat would ask the network for compilers.
  expectText(run(project, "npx", "hardhat", "test", "mocha", "--no-compile"), "npx hardhat test mocha", /3 passing/);
}
