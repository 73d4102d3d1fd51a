import type { ProbeResult } from "../../core/probe-result.ts";
import { checkedBy } from "../checked-by.ts";
import { compactJson } from "../compact-json.ts";
import { probeSchema } from "./probe-schema.ts";

/**
 * The bytes of probe.json: keys in the order of the type, a newline at the end. Equal results give equal bytes.
 *
 * @throws CrashError `RESULT_INVALID` for a result that the schema does not allow, NaN and infinity among it
 */
export function encodeProbe(result: ProbeResult): string {
  return `${compactJson(checkedBy(probeSchema, result))}\n`;
}
