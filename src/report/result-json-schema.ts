import { jsonSchemaText } from "./json-schema-text.ts";
import { resultSchema } from "./result-schema.ts";

/** The JSON Schema of result.json, as the text of result.schema.json. */
export function resultJsonSchema(): string {
  return jsonSchemaText(resultSchema, "result", "Result of hardhat-crash");
}
