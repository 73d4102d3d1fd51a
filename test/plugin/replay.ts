import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import hre from "hardhat";
import { after, before, describe, it } from "mocha";
import { describeReplay } from "../../src/plugin/describe-replay.ts";
import { encodeReplay } from "../../src/plugin/replay-file.ts";
import replay from "../../src/plugin/tasks/replay.ts";
import type { Sequence } from "../../src/venues/operation.ts";
import { catchOutput } from "./catch-output.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const sequence: Sequence = {
  start: 1_583_971_200,
  operations: [
    { op: "add-liquidity", base: 1_000_000n, quote: 2_000_000n, minBase: 0n, minQuote: 0n, late: false },
    { op: "protocol-fee", on: true },
    { op: "wait", seconds: 13 },
    { op: "trade", side: "sell", amountIn: 1_000n, minAmountOut: 0n, late: false },
    { op: "swap", baseOut: 1n, quoteOut: 0n, to: "weth" },
  ],
};
const text = encodeReplay(sequence);

/** Name, content, and what the one message must hold. */
const bad: readonly (readonly [string, string, string])[] = [
  ["no JSON", "{", "Error REPLAY_NOT_JSON"],
  ["nothing", "", "Error REPLAY_NOT_JSON"],
  ["another format", text.replace('"replay": 1', '"replay": 2'), "replay is wrong; found"],
  ["a negative amount", text.replace('"1000"', '"-1"'), "operations[3].amountIn is wrong"],
  ["an amount as a number", text.replace('"1000"', "1000"), "a whole number from 0 to 2^256"],
  ["an amount above a word", text.replace('"1000"', `"${2n ** 256n}"`), "operations[3].amountIn is wrong"],
  ["an unknown operation", text.replace('"op":"trade"', '"op":"trad"'), "operations[3].op is wrong"],
  ["an unknown key", text.replace('"seconds":13', '"seconds":13,"minutes":1'), "operations[2]"],
  ["a wait that goes back", text.replace("13", "-13"), "operations[2].seconds is wrong"],
  ["no operations", '{"replay":1,"start":1583971200,"operations":[]}', "operations is wrong"],
];

describe("plugin: crash replay", () => {
  let workplace: Workplace;
  before(async () => {
    workplace = await makeWorkplace();
  });
  after(() => workplace.remove());

  const run = (file: string) => catchOutput(() => replay({ file }, hre));

  it("runs a file on both engines and says that they agree", async () => {
    const file = join(workplace.root, "good.json");
    await writeFile(file, text);
    const { value, stdout, stderr } = await run(file);
    expect(value.success).to.equal(true);
    expect(stdout).to.match(/^The bytecode and the twin agree in all 4 operations/);
    expect(stderr).to.equal("");
  });

  for (const [name, content, message] of bad) {
    it(`refuses ${name} with one message`, async () => {
      const file = join(workplace.root, "bad.json");
      await writeFile(file, content);
      const { value, stdout, stderr } = await run(file);
      expect(value.success).to.equal(false);
      expect(stdout).to.equal("");
      expect(stderr.trimEnd().split("\n")).to.have.length(1);
      expect(stderr).to.contain(message).and.to.contain(file);
    });
  }

  it("refuses a file that is not there, a folder, and none at all", async () => {
    expect((await run(join(workplace.root, "none.json"))).stderr).to.match(/^Error REPLAY_UNREADABLE: .*there is no such file/);
    expect((await run(workplace.root)).stderr).to.match(/^Error REPLAY_UNREADABLE/);
    expect((await run("")).stderr).to.match(/^Error REPLAY_MISSING/);
  });

  it("says where they part, and what each says", () => {
    const operation = sequence.operations[3]!;
    const said = describeReplay(sequence, { index: 3, operation, what: "reserve of base", chain: "12", twin: "13" });
    expect(said.split("\n")).to.deep.equal([
      "The bytecode and the twin differ after operation 4 of 5: trade side=sell amountIn=1000 minAmountOut=0 late=false",
      "  reserve of base",
      "  bytecode  12",
      "  twin      13",
      "",
    ]);
  });
});
