import type { ReadMethod } from "../serve/methods.ts";
import { rpcCodes } from "../serve/rpc-codes.ts";
import { RpcError } from "../serve/rpc-error.ts";
import type { Provider } from "../venues/chain/rpc.ts";

/** Place of the block in the parameters of methods that take one, where it is `pending` or another when nobody names it. */
const BLOCK_AT: Partial<Readonly<Record<ReadMethod, number>>> = {
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getStorageAt: 2,
  eth_getTransactionCount: 1,
  eth_call: 1,
  eth_estimateGas: 1,
};

/**
 * The chain's answer to a method that reads. The pending block is the latest: what the next will be is not known before it is built.
 *
 * @throws RpcError 3 with what was returned for a call that reverted, or the chain's own refusal
 */
export async function readChain(provider: Provider, method: ReadMethod, params: readonly unknown[]): Promise<unknown> {
  try {
    return await provider.request({ method, params: atLatest(method, params) });
  } catch (error) {
    throw toRefusal(error);
  }
}

/** What the chain threw, as a node says it. */
export function toRefusal(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const { message = String(error), code, data } = error as { message?: string; code?: number; data?: unknown };
  const returned = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  if (typeof returned === "string" && /^0x/.test(returned)) {
    const reason = /reverted with reason string '(.*)'/.exec(message)?.[1];
    return new RpcError(3, `execution reverted${reason === undefined ? "" : `: ${reason}`}`, returned);
  }
  const kept = code === rpcCodes.invalidParams ? rpcCodes.invalidParams : rpcCodes.invalidInput;
  return new RpcError(kept, message.split("\n").join(" ").trim());
}

function atLatest(method: ReadMethod, params: readonly unknown[]): readonly unknown[] {
  const known = params.map((value, place) =>
    value === "pending" ? "latest" : method === "eth_getLogs" && place === 0 ? logsAtLatest(value) : value,
  );
  const place = BLOCK_AT[method];
  return place !== undefined && known.length === place ? [...known, "latest"] : known;
}

function logsAtLatest(filter: unknown): unknown {
  return Object.fromEntries(
    Object.entries(filter as object).map(([name, value]) => [name, value === "pending" ? "latest" : (value as unknown)]),
  );
}
