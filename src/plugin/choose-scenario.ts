import { readFile } from "node:fs/promises";
import { InputError } from "../core/errors.ts";
import { DEFAULT_SCENARIO, findScenario } from "../scenarios/find-scenario.ts";
import { pathScenario } from "../scenarios/path-scenario.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** Larger files are no price paths of at most 200,000 rows. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The scenario that the arguments name: a recorded one, or a user's own prices with the rest of it.
 *
 * @param path a CSV file, or empty
 * @throws InputError for an unknown scenario or a file that cannot be read or is no price path
 */
export async function chooseScenario(name: string, path: string): Promise<Scenario> {
  const scenario = findScenario(name === "" ? DEFAULT_SCENARIO : name);
  return path === "" ? scenario : pathScenario(path, await readText(path), scenario);
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > LARGEST) {
      throw new InputError("PATH_TOO_LARGE", "the file is too large for a price path", { file: path, value: `${bytes.length} bytes`, allowed: `${LARGEST} bytes` });
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "this is a folder" : code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "this is no UTF-8 text" : (error as Error).message;
    throw new InputError("PATH_UNREADABLE", reason, { file: path, allowed: "a CSV file with time,price or time,open,high,low,close" });
  }
}
