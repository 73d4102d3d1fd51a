import type { OutputFile } from "./output-files.ts";

/** What of them a run without extraction leaves, by name. */
export const crashFiles = [
  "index.html",
  "result.json",
  "result.schema.json",
  "series.csv",
  "swaps.csv",
] as const satisfies readonly OutputFile[];
