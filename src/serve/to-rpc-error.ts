import { rpcCodes } from "./rpc-codes.ts";
import { RpcError } from "./rpc-error.ts";

/** What was thrown as an answer: a refusal as it is, and anything else as an internal error with its message. */
export function toRpcError(error: unknown): RpcError {
  if (error instanceof RpcError) return error;
  const problem = error instanceof Error ? error.message : String(error);
  return new RpcError(rpcCodes.internalError, `internal error: ${problem}`, undefined, { cause: error });
}
