import { writeResults } from "../report/write-results.ts";
import type { CrashArguments } from "./arguments.ts";
import { print } from "./print.ts";

/** What a task has to leave, each made when it is wanted. */
export interface Leavings {
  /** By file name; `index.html` is the report. */
  readonly files: () => ReadonlyMap<string, string>;
  /** What `--json` prints. */
  readonly json: () => string;
  /** What is read on the terminal, with a newline at the end. */
  readonly text: () => string;
}

/**
 * Writes what a task found, whole or not at all, and prints what was asked for.
 *
 * @param folder where to, or null for nowhere
 */
export async function leave(
  { files, json, text }: Leavings,
  folder: string | null,
  wanted: Pick<CrashArguments, "json" | "quiet">,
  signal: AbortSignal,
): Promise<void> {
  if (folder !== null) await writeResults(folder, files(), { signal });
  if (wanted.json) await print(json());
  else if (!wanted.quiet) await print(`${text()}\nReport: ${folder}/index.html\n`);
}
