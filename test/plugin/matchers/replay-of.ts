import hre from "hardhat";
import replay from "../../../src/plugin/tasks/replay.ts";
import { type Caught, catchOutput } from "../catch-output.ts";

/** Calls the action of `crash replay` as Hardhat does, in this process, and catches what it writes. */
export function replayOf(file: string, out?: string): Promise<Caught<Awaited<ReturnType<typeof replay>>>> {
  return catchOutput(() => replay({ file, ...(out === undefined ? {} : { out }) }, hre));
}
