import { Transaction } from "ethers";
import { quantity } from "../venues/chain/rpc.ts";

/** A transaction that waits, as `eth_getTransactionByHash` answers for it. */
export function pendingJson(raw: string): Readonly<Record<string, unknown>> {
  const transaction = Transaction.from(raw);
  const { type, signature } = transaction;
  const price = transaction.gasPrice ?? transaction.maxFeePerGas ?? 0n;
  return {
    hash: transaction.hash,
    blockHash: null,
    blockNumber: null,
    transactionIndex: null,
    type: quantity(type ?? 0),
    chainId: quantity(transaction.chainId),
    nonce: quantity(transaction.nonce),
    from: transaction.from?.toLowerCase(),
    to: transaction.to?.toLowerCase() ?? null,
    value: quantity(transaction.value),
    gas: quantity(transaction.gasLimit),
    input: transaction.data,
    gasPrice: quantity(price),
    ...(type === 2 ? { maxFeePerGas: quantity(price), maxPriorityFeePerGas: quantity(transaction.maxPriorityFeePerGas ?? 0n) } : {}),
    ...(type === 0 ? {} : { accessList: transaction.accessList ?? [], yParity: quantity(signature?.yParity ?? 0) }),
    v: quantity(type === 0 ? (signature?.networkV ?? BigInt(signature?.v ?? 0)) : (signature?.yParity ?? 0)),
    r: quantity(BigInt(signature?.r ?? 0)),
    s: quantity(BigInt(signature?.s ?? 0)),
  };
}
