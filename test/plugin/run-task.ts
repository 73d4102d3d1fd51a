import hre from "hardhat";
import { type CrashArguments, DEFAULTS } from "../../src/plugin/arguments.ts";
import crash from "../../src/plugin/tasks/crash.ts";
import { catchOutput } from "./catch-output.ts";

/** What a call of the task left behind. */
export interface TaskRun {
  readonly success: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the action of `crash` as Hardhat does, in this process and in a folder, and catches what it writes. */
export async function runTask(folder: string, args: Partial<CrashArguments> = {}): Promise<TaskRun> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    const { value, stdout, stderr } = await catchOutput(() => crash({ ...DEFAULTS, json: false, quiet: false, ...args }, hre));
    return { success: value.success, stdout, stderr };
  } finally {
    process.chdir(home);
  }
}
