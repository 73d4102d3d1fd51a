import { createReadStream } from "node:fs";
import { InputError } from "../core/errors.ts";
import { findScenario } from "../scenarios/find-scenario.ts";
import { pathScenario } from "../scenarios/path-scenario.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** Larger files are no price paths of at most 200,000 rows. */
const LARGEST = 64 * 1024 * 1024;
/** The chain's own first blocks lie before it. */
const EARLIEST = Date.UTC(1970, 0, 2) / 1000;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder",
  EACCES: "it may not be read",
  ERR_ENCODING_INVALID_ENCODED_DATA: "this is no UTF-8 text",
};

/**
 * The scenario that the arguments name: a recorded one, or a user's own prices with the rest of it.
 *
 * @param name of a scenario
 * @param path of a CSV file with prices, or absent
 * @param signal ends the reading, with an error of its own
 * @throws InputError for an unknown scenario or a file that cannot be read or is no price path
 */
export async function chooseScenario(name: string, path: string | undefined, signal?: AbortSignal): Promise<Scenario> {
  const base = findScenario(name);
  if (path === undefined) return base;
  const scenario = pathScenario(path, await readText(path, signal), base);
  if (scenario.from < EARLIEST) {
    const value = new Date(scenario.from * 1000).toISOString();
    throw new InputError("PATH_TIME_EARLY", "the prices begin before any chain can", {
      file: path,
      value,
      allowed: "times from 1970-01-02 on",
    });
  }
  return scenario;
}

/** Reads no more than it must, so that an endless device ends too. */
async function readText(path: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    const stream = createReadStream(path, { end: LARGEST, highWaterMark: 1024 * 1024, ...(signal === undefined ? {} : { signal }) });
    const bytes = Buffer.concat((await stream.toArray()) as Buffer[]);
    if (bytes.length > LARGEST) {
      throw new InputError("PATH_TOO_LARGE", "the file is too large for a price path", { file: path, allowed: `at most ${LARGEST} bytes` });
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof InputError || signal?.aborted === true) throw error;
    const { code = "", message } = error as NodeJS.ErrnoException;
    const allowed = "a CSV file with time,price or time,open,high,low,close";
    throw new InputError("PATH_UNREADABLE", REASONS[code] ?? message, { file: path, allowed });
  }
}
