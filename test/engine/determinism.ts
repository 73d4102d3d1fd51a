import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { sideBySide } from "../side-by-side.ts";

const SETTINGS = { "run.blocks": 60, "agents.turnover": 5 };
const CLI = fileURLToPath(new URL("../../node_modules/hardhat/dist/src/cli.js", import.meta.url));

async function bytes(seed: number): Promise<string> {
  return encodeResult(await runCrash({ seed, set: SETTINGS }));
}

/** The run that another process and another time must give. */
let first: Promise<string> | undefined;
const once = (): Promise<string> => (first ??= bytes(7));

describe("engine: the same settings and seed give the same bytes", () => {
  it("twice in one process, and other seeds other bytes", async () => {
    const [again, other] = await sideBySide([7, 8], bytes);
    expect(JSON.parse(await once()).swaps.block).to.have.length.above(10);
    expect(again).to.equal(await once());
    expect(other).not.to.equal(await once());
  });

  it("in a fresh process", async () => {
    const set = Object.entries(SETTINGS).map(([key, value]) => `${key}=${value}`);
    const args = [CLI, "crash", "--seed", "7", "--json", "--quiet", "--set", set.join(",")];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
    expect(stdout.trimStart()).to.equal(await once());
  });

  it("a participant who is added changes nothing of what the others draw", async () => {
    const run = (arbitrageurs: number) => runCrash({ seed: 7, set: { ...SETTINGS, "agents.arbitrageurs": arbitrageurs } });
    const [alone, together] = await Promise.all([run(0), run(3)]);
    expect(together.series.priceE8).to.deep.equal(alone.series.priceE8);
    expect(together.series.time).to.deep.equal(alone.series.time);
    const traded = ({ swaps }: typeof alone): readonly string[] =>
      swaps.amountIn.filter((_, i) => swaps.sender[i] === "trader" && (swaps.block[i] ?? 0) <= 10);
    expect(traded(together)).to.deep.equal(traded(alone));
  });
});
