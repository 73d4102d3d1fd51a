import { spawn } from "node:child_process";
import { once } from "node:events";
import type { MevResult } from "hardhat-crash";

/**
 * Serves a crash a block at a time, runs a bot of this project in it to the end, and gives what the run says afterwards.
 *
 * @param args of `npx hardhat crash serve`
 * @param bot its file
 */
export async function servedCrash(args: readonly string[], bot: string): Promise<MevResult> {
  const run = spawn("npx", ["hardhat", "crash", "serve", ...args, "--port", "0", "--pace", "step", "--json"]);
  let [printed, said] = ["", ""];
  run.stdout.on("data", (data: Buffer) => (printed += data.toString()));
  const ended = once(run, "close");
  const address = new Promise<string>((resolve) => {
    run.stderr.on("data", (data: Buffer) => {
      said += data.toString();
      const [, found] = /WebSocket +(ws:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
  const url = await Promise.race([address, ended.then(() => Promise.reject(new Error(said)))]);
  const visitor = spawn(process.execPath, [bot, url], { stdio: "inherit" });
  const [code] = (await once(visitor, "close")) as [number | null];
  if (code !== 0) {
    run.kill();
    throw new Error(`the bot ended with ${String(code)}`);
  }
  await ended;
  return JSON.parse(printed) as MevResult;
}
