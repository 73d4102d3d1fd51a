import { jsonSchemaText } from "../json-schema-text.ts";
import { probeSchema } from "./probe-schema.ts";

/** The JSON Schema of probe.json, as the text of probe.schema.json. */
export function probeJsonSchema(): string {
  return jsonSchemaText(probeSchema, "probe", "How a pool behaves, of hardhat-crash");
}
