import type { CrashResult } from "../core/result.ts";
import { seriesCsv, swapsCsv } from "./csv.ts";
import { encodeResult } from "./encode-result.ts";
import { renderRunPage } from "./run/run-page.ts";
import type { OutputFile } from "./output-files.ts";
import { resultJsonSchema } from "./result-json-schema.ts";

/** Everything that a run leaves on disk, as text by file name. */
export function resultFiles(result: CrashResult): ReadonlyMap<OutputFile, string> {
  return new Map<OutputFile, string>([
    ["result.json", encodeResult(result)],
    ["result.schema.json", resultJsonSchema()],
    ["series.csv", seriesCsv(result)],
    ["swaps.csv", swapsCsv(result)],
    ["index.html", renderRunPage(result)],
  ]);
}
