import type { ProbeResult } from "../../core/probe-result.ts";
import { encodeProbe } from "./encode-probe.ts";
import { probeJsonSchema } from "./probe-json-schema.ts";
import { probePage } from "./probe-page.ts";

export type ProbeFile = "probe.json" | "probe.schema.json" | "index.html";

/** Everything that a probe leaves on disk, as text by file name. */
export function probeFiles(result: ProbeResult): ReadonlyMap<ProbeFile, string> {
  return new Map<ProbeFile, string>([
    ["probe.json", encodeProbe(result)],
    ["probe.schema.json", probeJsonSchema()],
    ["index.html", probePage(result)],
  ]);
}
