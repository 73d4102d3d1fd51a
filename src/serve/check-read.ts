import { z } from "zod";
import { positional } from "./check-parameters.ts";
import type { ReadMethod } from "./methods.ts";
import { valueSchemas } from "./value-schemas.ts";

const { address, hash, quantity, slot, block, object, flag } = valueSchemas;
const none = z.object({});
const ofAccount = z.object({ address, block: block.optional() });
const call = z.object({ transaction: object, block: block.optional(), stateOverrides: object.optional() });
const byHash = z.object({ hash });

/** The parameters of the methods that only read (EIP-1474), in order; what may be left out is optional. */
const schemas: Readonly<Record<ReadMethod, z.ZodObject>> = {
  web3_clientVersion: none,
  net_version: none,
  eth_chainId: none,
  eth_blockNumber: none,
  eth_getBalance: ofAccount,
  eth_getCode: ofAccount,
  eth_getStorageAt: z.object({ address, slot, block: block.optional() }),
  eth_getTransactionCount: ofAccount,
  eth_call: call,
  eth_estimateGas: call,
  eth_gasPrice: none,
  eth_maxPriorityFeePerGas: none,
  eth_feeHistory: z.object({
    blockCount: quantity,
    newestBlock: block,
    rewardPercentiles: z.array(z.number("must be a number"), "must be an array of numbers").max(100, "must have at most 100").optional(),
  }),
  eth_getBlockByNumber: z.object({ block, fullTransactions: flag }),
  eth_getBlockByHash: z.object({ hash, fullTransactions: flag }),
  eth_getTransactionByHash: byHash,
  eth_getTransactionReceipt: byHash,
  eth_getLogs: z.object({ filter: object }),
};

/** @throws RpcError -32602 that names the parameter */
export function checkRead(method: ReadMethod, params: readonly unknown[]): void {
  positional(schemas[method], params);
}
