import type { MevResult } from "../../core/mev-result.ts";
import { encodeMev } from "./encode-mev.ts";
import { extractionsCsv, transactionsCsv } from "./mev-csv.ts";
import { mevJsonSchema } from "./mev-json-schema.ts";
import { mevPage } from "./mev-page.ts";

export type MevFile = "mev.json" | "mev.schema.json" | "extractions.csv" | "transactions.csv" | "index.html";

/** Everything that a run leaves on disk about extraction, as text by file name. */
export function mevFiles(result: MevResult): ReadonlyMap<MevFile, string> {
  return new Map<MevFile, string>([
    ["mev.json", encodeMev(result)],
    ["mev.schema.json", mevJsonSchema()],
    ["extractions.csv", extractionsCsv(result)],
    ["transactions.csv", transactionsCsv(result)],
    ["index.html", mevPage(result)],
  ]);
}
