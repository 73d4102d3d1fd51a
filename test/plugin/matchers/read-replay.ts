import { readFile } from "node:fs/promises";
import type { CrashReplay } from "../../../src/plugin/matchers/replay/crash-replay.ts";

/** What a replay file holds, unchecked. */
export async function readReplay(file: string): Promise<CrashReplay> {
  return JSON.parse(await readFile(file, "utf8")) as CrashReplay;
}
