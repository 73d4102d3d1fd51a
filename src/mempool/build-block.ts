import type { AccountId, Tx } from "../core/words.ts";
import { gasLimitOf } from "./gas-schedule.ts";

export interface BlockRules {
  /** Wei a unit of gas; 0 before EIP-1559. */
  readonly baseFee: bigint;
  /** Price of gas at which the rest of the world fills the block, wei: nothing below it is included. */
  readonly floor: bigint;
  /** Gas that fits. */
  readonly gasLimit: number;
}

/** What a transaction pays for a unit of gas in a block, wei (EIP-1559: the lower of its cap and base fee plus tip). */
export function effectivePrice(tx: Tx, baseFee: bigint): bigint {
  const withTip = baseFee + tx.maxPriorityFeePerGas;
  return tx.maxFeePerGas < withTip ? tx.maxFeePerGas : withTip;
}

/**
 * Orders a block by price, best first, each account's transactions in the order of their nonces; of two at one price the earlier submitted
 * comes first. Includes what pays the base fee and the floor while gas limits fit.
 */
export function buildBlock(pending: readonly Tx[], rules: BlockRules): readonly Tx[] {
  const queues = queuesByAccount(pending);
  const block: Tx[] = [];
  let gas = 0;
  for (;;) {
    const best = bestHead(queues, rules);
    if (best === undefined) return block;
    const queue = queues.get(best.from) ?? [];
    const limit = gasLimitOf(best.action.kind);
    if (gas + limit > rules.gasLimit) {
      queues.delete(best.from);
      continue;
    }
    gas += limit;
    block.push(best);
    queue.shift();
  }
}

function queuesByAccount(pending: readonly Tx[]): Map<AccountId, Tx[]> {
  const queues = new Map<AccountId, Tx[]>();
  for (const tx of pending) {
    const queue = queues.get(tx.from);
    if (queue === undefined) queues.set(tx.from, [tx]);
    else queue.push(tx);
  }
  for (const queue of queues.values()) queue.sort((a, b) => a.nonce - b.nonce);
  return queues;
}

/** The head of a queue that pays most, if it pays enough. */
function bestHead(queues: ReadonlyMap<AccountId, readonly Tx[]>, rules: BlockRules): Tx | undefined {
  let best: Tx | undefined;
  let bestPrice = -1n;
  for (const [head] of queues.values()) {
    if (head === undefined || head.maxFeePerGas < rules.baseFee) continue;
    const price = effectivePrice(head, rules.baseFee);
    if (price < rules.floor) continue;
    if (best === undefined || price > bestPrice || (price === bestPrice && head.id < best.id)) {
      best = head;
      bestPrice = price;
    }
  }
  return best;
}
