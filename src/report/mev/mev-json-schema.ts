import { jsonSchemaText } from "../json-schema-text.ts";
import { mevSchema } from "./mev-schema.ts";

/** The JSON Schema of mev.json, as the text of mev.schema.json. */
export function mevJsonSchema(): string {
  return jsonSchemaText(mevSchema, "mev", "Extraction in a run of hardhat-crash");
}
