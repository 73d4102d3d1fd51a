import type { MevRun } from "../mev.ts";
import { mevFiles } from "../report/mev/mev-files.ts";
import { resultFiles } from "../report/result-files.ts";

/** Everything that a run about extraction leaves on disk: the page of the crash itself stands beside that of the extraction. */
export function mevRunFiles({ crash, mev }: MevRun): ReadonlyMap<string, string> {
  const { "index.html": page = "", ...others } = Object.fromEntries(resultFiles(crash));
  return new Map([...Object.entries({ ...others, "crash.html": page }), ...mevFiles(mev)]);
}
