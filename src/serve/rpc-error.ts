import { CrashError } from "../core/errors.ts";

/** An answer that says why not: what a JSON-RPC response carries as `error`. */
export class RpcError extends CrashError {
  /** As in `rpcCodes`, or 3 for a call that reverted, with what it returned as `data`. */
  readonly rpcCode: number;
  /** JSON; undefined where there is nothing to add. */
  readonly data: unknown;

  constructor(rpcCode: number, message: string, data?: unknown, options?: ErrorOptions) {
    super(`RPC_${rpcCode}`, message, options);
    this.name = "RpcError";
    this.rpcCode = rpcCode;
    this.data = data;
  }
}
