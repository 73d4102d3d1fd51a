import { jsonSchemaText } from "../json-schema-text.ts";
import { compareSchema } from "./compare-schema.ts";

/** The JSON Schema of compare.json, as the text of compare.schema.json. */
export function compareJsonSchema(): string {
  return jsonSchemaText(compareSchema, "compare", "Two crashes side by side, of hardhat-crash");
}
