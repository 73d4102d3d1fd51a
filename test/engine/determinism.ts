import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";

const SETTINGS = { "run.blocks": 60, "agents.turnover": 5 };
const CLI = fileURLToPath(new URL("../../node_modules/hardhat/dist/src/cli.js", import.meta.url));

async function bytes(seed: number): Promise<string> {
  return encodeResult(await runCrash({ seed, set: SETTINGS }));
}

describe("engine: the same settings and seed give the same bytes", () => {
  it("twice in one process, and other seeds other bytes", async () => {
    const first = await bytes(7);
    expect(JSON.parse(first).swaps.block).to.have.length.above(10);
    expect(await bytes(7)).to.equal(first);
    expect(await bytes(8)).not.to.equal(first);
  });

  it("in a fresh process", async () => {
    const set = Object.entries(SETTINGS).map(([key, value]) => `${key}=${value}`);
    const args = [CLI, "crash", "--seed", "7", "--json", "--quiet", "--set", set.join(",")];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
    expect(stdout.trimStart()).to.equal(await bytes(7));
  });

  it("a participant who is added changes nothing of what the others draw", async () => {
    const alone = await runCrash({ seed: 7, set: { ...SETTINGS, "agents.arbitrageurs": 0 } });
    const together = await runCrash({ seed: 7, set: { ...SETTINGS, "agents.arbitrageurs": 3 } });
    expect(together.series.priceE8).to.deep.equal(alone.series.priceE8);
    expect(together.series.time).to.deep.equal(alone.series.time);
    const traded = ({ swaps }: typeof alone): readonly string[] =>
      swaps.amountIn.filter((_, i) => swaps.sender[i] === "trader" && (swaps.block[i] ?? 0) <= 10);
    expect(traded(together)).to.deep.equal(traded(alone));
  });
});
