import { keccak256, Transaction } from "ethers";
import type { Hex } from "../serve/node-backend.ts";
import { rpcCodes } from "../serve/rpc-codes.ts";
import { RpcError } from "../serve/rpc-error.ts";

/** What of a visitor's transaction the mempool knows. */
export interface SignedTransaction {
  readonly raw: Hex;
  readonly hash: Hex;
  /** In small letters. */
  readonly from: string;
  readonly nonce: number;
  readonly gasLimit: bigint;
  readonly value: bigint;
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** Bytes of a transaction that Geth's pool takes (txMaxSize). */
const MOST_BYTES = 131_072;

/**
 * Reads a signed transaction of type 0, 1 or 2.
 *
 * @param chainId that it must be for, so that it cannot be replayed elsewhere (EIP-155)
 * @throws RpcError -32000 that says what is wrong
 */
export function signedTransaction(raw: Hex, chainId: bigint): SignedTransaction {
  if ((raw.length - 2) / 2 > MOST_BYTES) throw refusal(`oversized data: more than ${MOST_BYTES} bytes`);
  const transaction = read(raw);
  const { type, from, hash } = transaction;
  if (type !== 0 && type !== 1 && type !== 2) throw refusal(`transaction type not supported: ${type ?? "none"}; types 0, 1 and 2 are`);
  if (from === null || hash === null) throw refusal("the transaction is not signed");
  if (transaction.chainId !== chainId) throw refusal(`invalid chain id: ${transaction.chainId}; this chain's is ${chainId}`);
  const price = transaction.gasPrice ?? 0n;
  return {
    raw: raw.toLowerCase() as Hex,
    hash: keccak256(raw) as Hex,
    from: from.toLowerCase(),
    nonce: transaction.nonce,
    gasLimit: transaction.gasLimit,
    value: transaction.value,
    maxFeePerGas: type === 2 ? (transaction.maxFeePerGas ?? 0n) : price,
    maxPriorityFeePerGas: type === 2 ? (transaction.maxPriorityFeePerGas ?? 0n) : price,
  };
}

export function refusal(problem: string): RpcError {
  return new RpcError(rpcCodes.invalidInput, problem);
}

function read(raw: Hex): Transaction {
  let transaction: Transaction;
  try {
    transaction = Transaction.from(raw);
    if (transaction.from !== null && transaction.serialized === raw.toLowerCase()) return transaction;
  } catch {
    throw refusal("the bytes are no signed transaction");
  }
  throw refusal(transaction.from === null ? "the transaction is not signed" : "the transaction is not encoded in its one right way");
}
