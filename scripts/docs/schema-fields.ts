/** A key of a JSON file, at any depth. */
export interface SchemaField {
  /** From the root, `[]` behind what is a list and `.*` for keys of any name. */
  readonly path: string;
  /** In words, such as `number or null`. */
  readonly type: string;
  /** What it is, with its unit; empty where its name says it all. */
  readonly description: string;
}

/** What of a JSON Schema (draft 2020-12) is used by the results. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/**
 * Every key of a file, depth first and in the order of its schema.
 *
 * @param text of a JSON Schema
 */
export function schemaFields(text: string): readonly SchemaField[] {
  return below(JSON.parse(text) as Schema, "");
}

function below(schema: Schema, path: string): readonly SchemaField[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    field(property, path === "" ? name : `${path}.${name}`),
  );
  const { additionalProperties: others } = schema;
  const any = typeof others === "object" && own.length === 0 && path !== "" ? below(others, `${path}.*`) : [];
  const listed = schema.items === undefined ? [] : below(schema.items, `${path}[]`);
  const branches = (schema.anyOf ?? []).filter(({ type }) => type !== "null").flatMap((branch) => below(branch, path));
  return [...own, ...any, ...listed, ...branches];
}

function field(schema: Schema, path: string): readonly SchemaField[] {
  return [{ path, type: typeOf(schema), description: schema.description ?? itemsOf(schema)?.description ?? "" }, ...below(schema, path)];
}

function itemsOf(schema: Schema): Schema | undefined {
  return schema.items ?? schema.anyOf?.find(({ type }) => type !== "null");
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((each) => JSON.stringify(each)).join(" or ");
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(" or ");
  if (schema.prefixItems !== undefined)
    return `list of ${schema.prefixItems.length}: ${[...new Set(schema.prefixItems.map(typeOf))].join(", ")}`;
  if (schema.type === "array") return schema.items === undefined ? "list" : `list of ${typeOf(schema.items)}`;
  if (schema.type === "object") return "object";
  return schema.type ?? "anything";
}
