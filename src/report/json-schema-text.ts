import { z } from "zod";

/**
 * The JSON Schema (draft 2020-12) of a file of results, as text.
 *
 * @param name of the file, without its ending
 */
export function jsonSchemaText(schema: z.ZodType, name: string, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12" });
  const head = {
    $schema,
    $id: `urn:hardhat-crash:${name}:1`,
    title,
    description: "Numbers are in quote and whole tokens unless a description says otherwise. Columns of one table have the same length.",
  };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}
