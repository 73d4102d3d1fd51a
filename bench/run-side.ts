import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HARDHAT = fileURLToPath(new URL("../node_modules/hardhat/dist/src/cli.js", import.meta.url));
const SIDE = fileURLToPath(new URL("./side.ts", import.meta.url));

/** The core that every side is pinned to, the last one; null where `taskset` cannot pin. */
export function pinnedCore(): number | null {
  const core = availableParallelism() - 1;
  return spawnSync("taskset", ["-c", String(core), "true"]).status === 0 ? core : null;
}

/**
 * Runs a side in a process of its own, pinned where that can be, and reads its answer.
 *
 * @param folder where recording and answer lie
 * @throws Error with what the process printed when it fails
 */
export async function runSide<T>(side: string, folder: string, core: number | null): Promise<T> {
  const node = [process.execPath, HARDHAT, "run", "--no-compile", SIDE];
  const [command = "", ...args] = core === null ? node : ["taskset", "-c", String(core), ...node];
  const answer = join(folder, "answer.json");
  rmSync(answer, { force: true });
  const child = spawn(command, args, {
    env: { ...process.env, BENCH_SIDE: side, BENCH_FOLDER: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`the side ${side} failed:\n${printed.trim()}`);
  return JSON.parse(readFileSync(answer, "utf8")) as T;
}
