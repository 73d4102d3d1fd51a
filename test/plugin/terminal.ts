import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { afterEach, before, beforeEach, describe, it } from "mocha";
import { hardhat, start, type Spawned } from "./spawn-hardhat.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const SHOW_CURSOR = "\u001b[?25h";
const HIDE_CURSOR = "\u001b[?25l";

/** Starts `hardhat crash` in a terminal of so many columns, which `script` of util-linux gives it; both streams end up in stdout. */
function inTerminal(args: readonly string[], columns: number): Spawned {
  const quoted = [...hardhat, "crash", ...args].map((each) => `'${each}'`).join(" ");
  return start(["script", "-qec", `stty columns ${columns}; exec ${quoted}`, "/dev/null"]);
}

describe("in a terminal", () => {
  let place: Workplace;

  before(function () {
    const { stdout } = spawnSync("script", ["--version"], { encoding: "utf8" });
    if (!String(stdout).includes("util-linux")) this.skip();
  });
  beforeEach(async () => {
    place = await makeWorkplace();
    await writeFile(join(place.root, "my.csv"), "time,price\n1600000000,10\n1600000300,9\n");
  });
  afterEach(() => place.remove());

  it("a run shows a progress bar, takes it away again, and fits the statement", async () => {
    const { code, stdout } = await inTerminal(["--path", `${place.root}/my.csv`, "--out", `${place.root}/out`], 80).ended;
    expect(code, stdout).to.equal(0);
    expect(stdout).to.match(/block 1 of \d+/);
    expect(stdout.lastIndexOf(SHOW_CURSOR)).to.be.greaterThan(stdout.lastIndexOf(HIDE_CURSOR));
    const statement = stdout.slice(stdout.lastIndexOf("\u001b[2K")).split("\r\n").map(stripVTControlCharacters);
    expect(statement[0]).to.match(/^Prices of /);
    expect(Math.max(...statement.filter((line) => !line.startsWith("Report: ")).map((line) => [...line].length))).to.be.within(60, 80);
  });

  it("--quiet shows nothing", async () => {
    const ran = await inTerminal(["--quiet", "--set", "run.blocks=5", "--out", `${place.root}/out`], 80).ended;
    expect(ran).to.include({ code: 0, stdout: "" });
  });

  it("Ctrl-C in the middle ends with 130, one line and a cursor, and leaves nothing", async () => {
    const { child, ended } = inTerminal(["--out", `${place.root}/out`], 80);
    let seen = "";
    child.stdout?.on("data", (text: string) => {
      if (seen.includes("block 1 of")) return;
      seen += text;
      if (seen.includes("block 1 of")) child.stdin?.write("\u0003");
    });
    const { code, stdout } = await ended;
    expect(code).to.equal(130);
    expect(stripVTControlCharacters(stdout.slice(stdout.lastIndexOf("\u001b[2K")))).to.match(
      /^(\^C)?Interrupted; nothing was written\.\r\n$/,
    );
    expect(stdout.lastIndexOf(SHOW_CURSOR)).to.be.greaterThan(stdout.lastIndexOf(HIDE_CURSOR));
    expect(Object.keys(await place.tree())).to.deep.equal(["my.csv"]);
  });
});
