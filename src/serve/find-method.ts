import { closest } from "fastest-levenshtein";
import { type Method, methods } from "./methods.ts";
import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";

const all: readonly Method[] = Object.values(methods).flat();
const known: ReadonlySet<string> = new Set(all);

/** Letters of a name for which a near one is looked for; the search grows with them. */
const LONGEST = 64;

/** @throws RpcError -32601 with the nearest name, and all that there are as `data.methods` */
export function findMethod(name: string): Method {
  if (known.has(name)) return name as Method;
  const shown = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  const hint = name.length > LONGEST ? "" : `; did you mean ${closest(name, [...all])}?`;
  throw new RpcError(rpcCodes.methodNotFound, `method not found: ${shown}${hint}`, { methods: all });
}
