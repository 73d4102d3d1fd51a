import { replacementFee } from "../core/replacement-fee.ts";
import { CrashError } from "../core/errors.ts";
import type { AccountId, Tx } from "../core/words.ts";

/** Transactions that wait, and the next nonce of every account that ever sent one. */
export interface Mempool {
  readonly pending: readonly Tx[];
  readonly nextNonce: ReadonlyMap<AccountId, number>;
}

export const emptyMempool: Mempool = { pending: [], nextNonce: new Map() };

/** The nonce that a new transaction of this account must carry: after all that it has pending. */
export function nonceFor(mempool: Mempool, from: AccountId): number {
  return mempool.nextNonce.get(from) ?? 0;
}

/** The nonce of each account's next transaction to be mined. */
export function dueNonces(mempool: Mempool): (from: AccountId) => number {
  const waiting = new Map<AccountId, number>();
  for (const { from, nonce } of mempool.pending) if (nonce < (waiting.get(from) ?? Infinity)) waiting.set(from, nonce);
  return (from) => waiting.get(from) ?? nonceFor(mempool, from);
}

/**
 * Takes a transaction in: a new one, or one that replaces a pending one of the same sender and nonce.
 *
 * @throws CrashError `MEMPOOL_NONCE` when the nonce is neither the next one nor pending, `MEMPOOL_UNDERPRICED` when a replacement does not raise
 * both fees by 10 %
 */
export function submit(mempool: Mempool, tx: Tx): Mempool {
  const next = nonceFor(mempool, tx.from);
  if (tx.nonce === next) {
    return { pending: [...mempool.pending, tx], nextNonce: new Map(mempool.nextNonce).set(tx.from, next + 1) };
  }
  const place = mempool.pending.findIndex((other) => other.from === tx.from && other.nonce === tx.nonce);
  const old = mempool.pending[place];
  if (old === undefined) throw new CrashError("MEMPOOL_NONCE", `${tx.from} sent nonce ${tx.nonce}; ${next} is next`);
  if (tx.maxFeePerGas < replacementFee(old.maxFeePerGas) || tx.maxPriorityFeePerGas < replacementFee(old.maxPriorityFeePerGas)) {
    throw new CrashError("MEMPOOL_UNDERPRICED", `${tx.from} replaces nonce ${tx.nonce} without raising both fees by 10 %`);
  }
  return { ...mempool, pending: mempool.pending.with(place, tx) };
}

/** The mempool after a block: without what was mined, and without what can never be since a bundle has used its nonce. */
export function withoutMined(mempool: Mempool, mined: readonly Tx[]): Mempool {
  if (mined.length === 0) return mempool;
  const used = new Map<AccountId, number>();
  for (const { from, nonce } of mined) if (nonce > (used.get(from) ?? -1)) used.set(from, nonce);
  const pending = mempool.pending.filter((tx) => tx.nonce > (used.get(tx.from) ?? -1));
  const ahead = [...used].filter(([from, nonce]) => nonce >= nonceFor(mempool, from));
  if (ahead.length === 0) return { ...mempool, pending };
  return { pending, nextNonce: new Map([...mempool.nextNonce, ...ahead.map(([from, nonce]) => [from, nonce + 1] as const)]) };
}
