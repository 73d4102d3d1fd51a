import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { afterEach, beforeEach, describe, it } from "mocha";
import { makeWorkplace, type Workplace } from "./workplace.ts";
import { runTask } from "./run-task.ts";

const BARS = "time,open,high,low,close\n";
const FIRST = "2020-03-12T00:00:00Z,10,12,9,11\n";
const bars = (...rows: readonly string[]): string => BARS + FIRST + rows.map((row) => `${row}\n`).join("");
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, "utf16le");

interface Fault {
  readonly code: string;
  /** Where it is, as the message says behind the file's name. */
  readonly at: string;
  /** Part of what is found, as JSON writes it. */
  readonly found?: string;
}

// What is wrong, the file, and what has to be said of it.
const faults: readonly (readonly [what: string, text: string | Uint8Array, fault: Fault])[] = [
  ["an empty file", "", { code: "PATH_EMPTY", at: "" }],
  ["a byte-order mark alone", "\uFEFF", { code: "PATH_EMPTY", at: "" }],
  ["a wrong header", "when,what\n1,2\n", { code: "PATH_HEADER", at: ", line 1", found: '"when,what"' }],
  ["no header", FIRST + FIRST, { code: "PATH_HEADER", at: ", line 1" }],
  ["a header alone", BARS, { code: "PATH_TOO_FEW_ROWS", at: "", found: '"0 rows"' }],
  ["one row", bars(), { code: "PATH_TOO_FEW_ROWS", at: "", found: '"1 rows"' }],
  [
    "a word for a number",
    bars("2020-03-12T00:10:00Z,10,12,nine,11"),
    { code: "PATH_NOT_A_NUMBER", at: ", line 3, column low", found: '"nine"' },
  ],
  ["an empty cell", bars("2020-03-12T00:10:00Z,,12,9,11"), { code: "PATH_NOT_A_NUMBER", at: ", line 3, column open", found: '""' }],
  ["a decimal comma", bars("2020-03-12T00:10:00Z,10,12,9,11,5"), { code: "PATH_CELLS", at: ", line 3", found: '"6 cells"' }],
  ["semicolons", "time;price\n0;1\n", { code: "PATH_HEADER", at: ", line 1", found: '"time;price"' }],
  ["NaN", bars("2020-03-12T00:10:00Z,NaN,12,9,11"), { code: "PATH_NOT_FINITE", at: ", line 3, column open", found: '"NaN"' }],
  [
    "infinity",
    bars("2020-03-12T00:10:00Z,10,Infinity,9,11"),
    { code: "PATH_NOT_FINITE", at: ", line 3, column high", found: '"Infinity"' },
  ],
  ["a price of zero", bars("2020-03-12T00:10:00Z,10,12,0,11"), { code: "PATH_NOT_POSITIVE", at: ", line 3, column low", found: '"0"' }],
  ["a negative price", "time,price\n1600000000,-3\n", { code: "PATH_NOT_POSITIVE", at: ", line 2, column price", found: '"-3"' }],
  ["low above high", bars("2020-03-12T00:10:00Z,10,9,12,11"), { code: "PATH_LOW_ABOVE_HIGH", at: ", line 3, column low", found: '"12"' }],
  [
    "close above high",
    bars("2020-03-12T00:10:00Z,10,12,9,13"),
    { code: "PATH_OUTSIDE_RANGE", at: ", line 3, column close", found: '"13"' },
  ],
  ["close below low", bars("2020-03-12T00:10:00Z,10,12,9,8"), { code: "PATH_OUTSIDE_RANGE", at: ", line 3, column close", found: '"8"' }],
  [
    "a time that repeats",
    bars("2020-03-12T00:00:00Z,10,12,9,11"),
    { code: "PATH_TIME_REPEATS", at: ", line 3, column time", found: '"2020-03-12T00:00:00Z"' },
  ],
  [
    "a time that goes back",
    bars("2020-03-11T00:00:00Z,10,12,9,11"),
    { code: "PATH_TIME_BACK", at: ", line 3, column time", found: '"2020-03-11T00:00:00Z"' },
  ],
  [
    "two ways to write time",
    bars("1584000000,10,12,9,11"),
    { code: "PATH_TIME_MIXED", at: ", line 3, column time", found: '"1584000000"' },
  ],
  ["no time", bars("noon,10,12,9,11"), { code: "PATH_TIME", at: ", line 3, column time", found: '"noon"' }],
  ["a time before any chain", "time,price\n0,1\n600,2\n", { code: "PATH_TIME_EARLY", at: "", found: '"1970-01-01T00:00:00.000Z"' }],
  ["a path shorter than a block", "time,price\n1600000000,1\n1600000001,2\n", { code: "PATH_LENGTH", at: "" }],
  ["binary garbage", Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0, 0x80]), { code: "PATH_UNREADABLE", at: ": this is no UTF-8 text" }],
  ["text of another encoding", utf16("time,price\n0,1\n"), { code: "PATH_UNREADABLE", at: ": this is no UTF-8 text" }],
  ["control characters", "\u0000\u001b[2J\u009b31m\n", { code: "PATH_HEADER", at: ", line 1", found: '"\\u0000\\u001b[2J\\u{9b}31m"' }],
];

describe("a price file that is wrong gets one message, and nothing is written", () => {
  let place: Workplace;

  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  /** Calls the task, and expects one line on standard error, nothing else anywhere, and the folder as it was. */
  async function messageOf(path: string): Promise<string> {
    const before = await place.tree();
    const run = await runTask(place.root, { path });
    expect(run.success).to.equal(false);
    expect(run.stdout).to.equal("");
    expect(run.stderr, "one line").to.match(/^[^\n]+\n$/);
    expect(await place.tree()).to.deep.equal(before);
    return run.stderr.trimEnd();
  }

  for (const [what, text, { code, at, found }] of faults)
    it(what, async () => {
      await writeFile(join(place.root, "bad.csv"), text);
      const message = await messageOf("bad.csv");
      expect(message.startsWith(`Error ${code}: bad.csv${at}`), message).to.equal(true);
      if (found !== undefined) expect(message).to.include(`; found ${found}; allowed: `);
      expect(message).to.match(/; allowed: [^;]{10,}/);
    });

  it("a file that is not there", async () => {
    expect(await messageOf("no.csv")).to.equal(
      "Error PATH_UNREADABLE: no.csv: there is no such file; allowed: a CSV file with time,price or time,open,high,low,close",
    );
  });

  it("a folder", async () => {
    await mkdir(join(place.root, "folder.csv"));
    expect(await messageOf("folder.csv")).to.match(/^Error PATH_UNREADABLE: folder\.csv: this is a folder; allowed: /);
  });

  it("a file in a file", async () => {
    await writeFile(join(place.root, "file"), "");
    expect(await messageOf("file/bad.csv")).to.match(/^Error PATH_UNREADABLE: file\/bad\.csv: there is no such file; allowed: /);
  });

  it("a device without end", async function () {
    if (process.platform === "win32") this.skip();
    expect(await messageOf("/dev/zero")).to.match(/^Error PATH_TOO_LARGE: \/dev\/zero: .*; allowed: at most 67108864 bytes$/);
  });

  it("an empty name", async () => {
    expect(await messageOf("")).to.match(/^Error ARGUMENT_EMPTY: --path is given without a value; found ""; allowed: /);
  });

  it("a name that would command the terminal", async () => {
    expect(await messageOf("a\n\u001b[31mb\u202e.csv")).to.match(/^Error PATH_UNREADABLE: a\\u\{a\}\\u\{1b\}\[31mb\\u\{202e\}\.csv: /);
  });
});
