import { z } from "zod";
import { resultSchema } from "./result-schema.ts";

/** The JSON Schema (draft 2020-12) of result.json, as the text of result.schema.json. */
export function resultJsonSchema(): string {
  const { $schema, ...rest } = z.toJSONSchema(resultSchema, { target: "draft-2020-12" });
  const head = {
    $schema,
    $id: "urn:hardhat-crash:result:1",
    title: "Result of hardhat-crash",
    description: "Numbers are in quote and whole tokens unless a description says otherwise. Columns of one table have the same length.",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}
