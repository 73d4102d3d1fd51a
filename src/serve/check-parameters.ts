import type { z } from "zod";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";

/**
 * Parameters by their place, as Ethereum's methods take them, given their names.
 *
 * @param schema a name and a schema for each, in order; built once, since Zod compiles it
 * @throws RpcError -32602 that names the first that is wrong
 */
export function positional<Schema extends z.ZodObject>(schema: Schema, params: readonly unknown[]): z.output<Schema> {
  const names = Object.keys(schema.shape);
  if (params.length > names.length) throw invalid(`takes ${counted(names)}, found ${params.length}`, undefined);
  return checked(schema, Object.fromEntries(params.map((value, place): [string, unknown] => [names[place] ?? "", value])));
}

/**
 * The one object with named parameters that a method takes, as Flashbots' methods do.
 *
 * @throws RpcError -32602 that names the first that is wrong
 */
export function named<Schema extends z.ZodType>(schema: Schema, params: readonly unknown[]): z.output<Schema> {
  if (params.length !== 1) throw invalid(`takes one object with named parameters, found ${params.length} parameters`, undefined);
  return checked(schema, params[0]);
}

function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) throw result.error;
  if (issue.code === "unrecognized_keys") throw invalid("is not a parameter of this method", nameOf([...issue.path, issue.keys[0] ?? ""]));
  throw invalid(issue.message, nameOf(issue.path));
}

/** A path as JavaScript writes it, such as `txs[3]`. */
function nameOf(path: readonly PropertyKey[]): string | undefined {
  if (path.length === 0) return undefined;
  return path.map((part, depth) => (typeof part === "number" ? `[${part}]` : `${depth > 0 ? "." : ""}${shortened(String(part))}`)).join("");
}

function shortened(name: string): string {
  return name.length > 64 ? `${name.slice(0, 64)}…` : name;
}

function counted(names: readonly string[]): string {
  if (names.length === 0) return "no parameters";
  return `at most ${names.length} (${names.join(", ")})`;
}

function invalid(problem: string, parameter: string | undefined): RpcError {
  return parameter === undefined
    ? new RpcError(rpcCodes.invalidParams, `invalid params: ${problem}`)
    : new RpcError(rpcCodes.invalidParams, `invalid params: ${parameter} ${problem}`, { parameter });
}
