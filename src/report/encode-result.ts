import { CrashError } from "../core/errors.ts";
import type { CrashResult } from "../core/result.ts";
import { resultSchema } from "./result-schema.ts";

/**
 * The bytes of result.json: keys in the order of the type (open records by name), numbers as JavaScript writes them, one column of a table a
 * line, a newline at the end. Equal results give equal bytes whatever the order in which their keys were set.
 *
 * @throws CrashError `RESULT_INVALID` for a result that the schema does not allow, NaN and infinity among them, and `RESULT_RAGGED` for a
 *   table with columns of different lengths
 */
export function encodeResult(result: CrashResult): string {
  const checked = resultSchema.safeParse(result);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new CrashError(
      "RESULT_INVALID",
      `the result is not valid at ${issue?.path.join(".") ?? "its root"}: ${issue?.message ?? "unknown"}`,
    );
  }
  const { settings, engine, ...rest } = checked.data;
  for (const name of ["series", "swaps"] as const) checkColumns(name, rest[name]);
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(resultSchema.shape)) {
    if (key === "settings") ordered[key] = sorted(settings);
    else if (key === "engine") ordered[key] = { ...engine, facts: sorted(engine.facts) };
    else ordered[key] = rest[key as keyof typeof rest];
  }
  return `${encode(ordered, "")}\n`;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function checkColumns(table: string, columns: Readonly<Record<string, readonly unknown[]>>): void {
  const lengths = Object.entries(columns).map(([name, column]) => [name, column.length] as const);
  const [first] = lengths;
  const odd = lengths.find(([, length]) => length !== first?.[1]);
  if (first !== undefined && odd !== undefined) {
    throw new CrashError("RESULT_RAGGED", `${table}.${odd[0]} has ${odd[1]} rows where ${table}.${first[0]} has ${first[1]}`);
  }
}

function encode(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (!value.some((each) => typeof each === "object" && each !== null)) return JSON.stringify(value);
    return `[\n${value.map((each) => inner + encode(each, inner)).join(",\n")}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  return `{\n${entries.map(([key, each]) => `${inner}${JSON.stringify(key)}: ${encode(each, inner)}`).join(",\n")}\n${indent}}`;
}
