import type { RequestId } from "./parse-message.ts";
import type { RpcError } from "./rpc-error.ts";

/** The texts that the server sends (JSON-RPC 2.0, section 5; Geth's `eth_subscription`). */
export const encodeAnswer = {
  result: (id: RequestId, result: unknown): string =>
    `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${JSON.stringify(result ?? null)}}`,

  error: (id: RequestId, { rpcCode, message, data }: RpcError): string =>
    JSON.stringify({ jsonrpc: "2.0", id, error: { code: rpcCode, message, ...(data === undefined ? {} : { data }) } }),

  /** @param result JSON already, since one event goes to many subscriptions */
  notification: (subscription: string, result: string): string =>
    `{"jsonrpc":"2.0","method":"eth_subscription","params":{"subscription":"${subscription}","result":${result}}}`,
} as const;
