import { once } from "node:events";
import { open } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { listenForInterrupt } from "../../src/plugin/interrupt.ts";
import { print } from "../../src/plugin/print.ts";
import { catchOutput } from "./catch-output.ts";
import { type Ended, hardhat, runHardhat, start } from "./spawn-hardhat.ts";
import { sideBySide } from "../side-by-side.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

const MESSAGE = "Interrupted; nothing was written.\n";
/** Where Linux says what a process has loaded. */
const mapsOf = (pid: number): string => `/proc/${pid}/maps`;

/** Waits until the process has loaded the chain, so that the run has begun. */
async function untilItRuns(pid: number): Promise<void> {
  while (!/\/edr\.[\w-]+\.node$/m.test(readFileSync(mapsOf(pid), "utf8"))) await wait(5);
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

describe("a run that is interrupted", () => {
  let place: Workplace;
  let runs: readonly Ended[];

  before(async function () {
    place = await makeWorkplace();
    if (!existsSync(mapsOf(process.pid))) return;
    runs = await sideBySide(SIGNALS, async (signal) => {
      const { child, ended } = start([...hardhat, "crash", "--out", `${place.root}/above/${signal}`]);
      await untilItRuns(child.pid ?? 0);
      child.kill(signal);
      return ended;
    });
  });
  after(() => place.remove());

  for (const [i, signal] of SIGNALS.entries())
    it(`by ${signal} ends with 130 and one line, and leaves nothing`, async function () {
      if (!existsSync(mapsOf(process.pid))) this.skip();
      expect(runs[i]).to.deep.equal({ code: 130, signal: null, stdout: "", stderr: MESSAGE });
      expect(await place.tree()).to.deep.equal({});
    });

  it("is aborted by the first Ctrl-C and ended by the second, and no longer listens when it is done", async () => {
    const others = process.listeners("SIGINT");
    const exit = Reflect.get(process, "exit");
    const codes: unknown[] = [];
    process.removeAllListeners("SIGINT");
    process.exit = ((code: unknown) => codes.push(code)) as unknown as typeof process.exit;
    try {
      const { signal, stop } = listenForInterrupt();
      const aborted = once(signal, "abort");
      process.emit("SIGINT");
      await aborted;
      expect(codes).to.deep.equal([]);
      expect((signal.reason as Error).name).to.equal("Interrupted");
      process.emit("SIGINT");
      expect(codes).to.deep.equal([130]);
      stop();
      expect(process.listenerCount("SIGINT")).to.equal(0);
    } finally {
      process.exit = exit;
      for (const each of others) process.on("SIGINT", each);
    }
  });
});

const COMMANDS = [
  ["crash", "list"],
  ["crash", "--json", "--set", "run.blocks=5"],
] as const;

describe("a reader that goes away, as head does", () => {
  let runs: readonly Ended[];

  before(async () => {
    runs = await sideBySide(COMMANDS, (args) => {
      const { child, ended } = start([...hardhat, ...args]);
      child.stdout?.destroy();
      return ended;
    });
  });

  for (const [i, args] of COMMANDS.entries())
    it(`is no error of ${args.slice(0, 2).join(" ")}`, () => expect(runs[i]).to.include({ code: 0, stderr: "" }));

  it("is listened for no longer than the printing lasts", async () => {
    const count = process.stdout.listenerCount("error");
    await catchOutput(() => print("once"));
    expect(process.stdout.listenerCount("error")).to.equal(count);
  });

  it("is another matter than a full disk", async function () {
    if (!existsSync("/dev/full")) this.skip();
    const full = await open("/dev/full", "w");
    try {
      const ran = await runHardhat(["crash", "list"], { stdio: ["ignore", full.fd, "pipe"] });
      expect(ran.stderr).to.match(/^Error PRINT: cannot write to standard output: ENOSPC: [^\n]+\n$/);
      expect(ran.code).to.equal(1);
    } finally {
      await full.close();
    }
  });
});
