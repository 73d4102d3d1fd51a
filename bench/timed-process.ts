import { spawnSync } from "node:child_process";
import type { Spent } from "./stopwatch.ts";

/** What a program printed, and what it took from its start to its end: milliseconds on the clock and of processor time. */
export interface TimedProcess {
  readonly stdout: string;
  readonly spent: Spent;
}

/**
 * Runs a program to its end. Times are those of bash, to a thousandth of a second.
 *
 * @param core to run on; any of them when null
 * @throws Error with what it printed when it fails
 */
export function timedProcess(command: string, args: readonly string[], core: number | null): TimedProcess {
  const timed = ["bash", "-c", 'TIMEFORMAT="%R %U %S"; time "$@"', "bash", command, ...args];
  const [program = "", ...rest] = core === null ? timed : ["taskset", "-c", String(core), ...timed];
  const { status, stdout, stderr, error } = spawnSync(program, rest, { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
  const [wall = NaN, user = NaN, system = NaN] = (stderr.trim().split("\n").at(-1) ?? "")
    .split(" ")
    .map((seconds) => 1_000 * Number(seconds));
  return { stdout, spent: { wall, cpu: user + system } };
}
