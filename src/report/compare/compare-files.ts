import type { Comparison } from "../../core/comparison.ts";
import { compareJsonSchema } from "./compare-json-schema.ts";
import { comparePage } from "./compare-page.ts";
import { encodeCompare } from "./encode-compare.ts";

export type CompareFile = "compare.json" | "compare.schema.json" | "index.html";

/** Everything that a comparison leaves on disk, as text by file name. */
export function compareFiles(comparison: Comparison): ReadonlyMap<CompareFile, string> {
  return new Map<CompareFile, string>([
    ["compare.json", encodeCompare(comparison)],
    ["compare.schema.json", compareJsonSchema()],
    ["index.html", comparePage(comparison)],
  ]);
}
