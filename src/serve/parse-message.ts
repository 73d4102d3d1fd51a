import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";

/** What a request is known by; it comes back in the answer. */
export type RequestId = string | number | null;

/** A call of a method; without an id nobody waits for the answer (a notification). */
export interface RpcRequest {
  readonly id: RequestId | undefined;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What is no such call, and why. */
export interface BadRequest {
  readonly id: RequestId | undefined;
  readonly error: RpcError;
}

/** One request, or several at once, which are answered in one array. */
export interface RpcMessage {
  readonly batch: boolean;
  /** At least one. */
  readonly requests: readonly (RpcRequest | BadRequest)[];
}

/** Arrays and objects within each other in a request's parameters; the deepest that a method takes is 5. */
const DEEPEST = 32;

/**
 * Reads a message (JSON-RPC 2.0, sections 4 and 6). Parameters may be left out or null where there are none, a null at the end of
 * them is as good as left out, and by name they come only inside an object that the method takes. A number as an id must be exact in a double. What is wrong with the message as a whole, and not with one request, is
 * one bad request without a batch: -32700 where it is no JSON in UTF-8, -32600 for an empty batch, -32005 for one that is too long.
 *
 * @param batchLimit requests in one message
 */
export function parseMessage(bytes: Uint8Array, batchLimit: number): RpcMessage {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return whole(new RpcError(rpcCodes.parseError, "parse error: the message is not JSON in UTF-8", undefined, { cause: error }));
  }
  if (!Array.isArray(value)) return { batch: false, requests: [parseRequest(value)] };
  if (value.length === 0) return whole(new RpcError(rpcCodes.invalidRequest, "invalid request: the batch is empty"));
  if (value.length > batchLimit) {
    const problem = `limit exceeded: a batch of ${value.length} requests, more than ${batchLimit}`;
    return whole(new RpcError(rpcCodes.limitExceeded, problem, { limit: batchLimit }));
  }
  return { batch: true, requests: value.map(parseRequest) };
}

function whole(error: RpcError): RpcMessage {
  return { batch: false, requests: [{ id: null, error }] };
}

function parseRequest(value: unknown): RpcRequest | BadRequest {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return invalid(null, "a request must be an object");
  const { id, jsonrpc, method, params } = value as Readonly<Record<string, unknown>>;
  if (!isId(id)) return invalid(null, "id must be a string, null, or a number of at most 2^53 - 1");
  if (jsonrpc !== "2.0") return invalid(id ?? null, 'jsonrpc must be "2.0"');
  if (typeof method !== "string") return invalid(id ?? null, "method must be a string");
  if (params === undefined || params === null) return { id, method, params: [] };
  if (!Array.isArray(params)) return badParams(id, "params must be an array");
  if (isDeeper(params, DEEPEST)) return badParams(id, `params are nested deeper than ${DEEPEST}`);
  return { id, method, params: params.slice(0, params.findLastIndex((each) => each !== null) + 1) };
}

function isId(id: unknown): id is RequestId | undefined {
  if (typeof id === "number") return Math.abs(id) <= Number.MAX_SAFE_INTEGER;
  return id === undefined || id === null || typeof id === "string";
}

/** Layer by layer, since a recursion would end where the stack does. */
function isDeeper(value: unknown, most: number): boolean {
  let layer: readonly unknown[] = [value];
  for (let depth = 0; depth <= most; depth += 1) {
    layer = layer.flatMap((each): readonly unknown[] => (typeof each === "object" && each !== null ? Object.values(each) : []));
    if (layer.length === 0) return false;
  }
  return true;
}

function invalid(id: RequestId, problem: string): BadRequest {
  return { id, error: new RpcError(rpcCodes.invalidRequest, `invalid request: ${problem}`) };
}

function badParams(id: RequestId | undefined, problem: string): BadRequest {
  return { id, error: new RpcError(rpcCodes.invalidParams, `invalid params: ${problem}`) };
}
