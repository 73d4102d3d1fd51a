import type { MevRun } from "../mev.ts";
import { encodeMev } from "../report/mev/encode-mev.ts";
import { mevFiles } from "../report/mev/mev-files.ts";
import { renderMev } from "../report/mev/mev-text.ts";
import { resultFiles } from "../report/result-files.ts";
import type { CrashArguments } from "./arguments.ts";
import { leave } from "./leave.ts";
import { terminalOptions } from "./terminal-options.ts";

/**
 * Writes what a run about extraction found, and prints what was asked for.
 *
 * @param folder where to, or null for nowhere
 */
export async function leaveMevRun(
  run: MevRun,
  folder: string | null,
  wanted: Pick<CrashArguments, "json" | "quiet">,
  signal: AbortSignal,
): Promise<void> {
  const text = (): string => renderMev(run.mev, terminalOptions());
  await leave({ files: () => filesOf(run), json: () => encodeMev(run.mev), text }, folder, wanted, signal);
}

/** The page of the crash itself stands beside that of the extraction. */
function filesOf({ crash, mev }: MevRun): ReadonlyMap<string, string> {
  const { "index.html": page = "", ...others } = Object.fromEntries(resultFiles(crash));
  return new Map([...Object.entries({ ...others, "crash.html": page }), ...mevFiles(mev)]);
}
