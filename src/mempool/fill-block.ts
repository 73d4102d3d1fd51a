import type { AccountId, Tx } from "../core/words.ts";
import { gasLimit } from "./gas-limit.ts";
import type { Ordering } from "./ordering/ordering.ts";
import type { Purse } from "./purse.ts";

export interface BlockRules {
  /** Wei a unit of gas; 0 before EIP-1559. */
  readonly baseFee: bigint;
  /** Price of gas at which the rest of the world fills the block, wei: nothing below it is included. */
  readonly floor: bigint;
  /** Gas that fits. */
  readonly gasLimit: number;
}

/**
 * Fills what is left of a block with single transactions in the order of preference, each account's in the order of their nonces. Includes what
 * pays the base fee and the floor while gas limits fit; who is passed over for want of room stays out, and so does what waits behind it.
 *
 * @param ranked best first; of each account without a gap from the nonce that is due
 * @param purse of those who sign for themselves, where there are any
 */
export function fillBlock(ranked: readonly Tx[], rules: BlockRules, worth: Ordering["worth"], purse?: Purse): readonly Tx[] {
  const place = new Map(ranked.map((tx, i) => [tx, i]));
  const queues = queuesByAccount(ranked);
  const block: Tx[] = [];
  let gas = 0;
  for (;;) {
    const best = bestHead(queues, rules, worth, place);
    if (best === undefined) return block;
    const limit = gasLimit(best.action);
    if (gas + limit > rules.gasLimit || purse?.covers([best]) === false) {
      queues.delete(best.from);
      continue;
    }
    purse?.promise([best]);
    gas += limit;
    block.push(best);
    queues.get(best.from)?.shift();
  }
}

function queuesByAccount(txs: readonly Tx[]): Map<AccountId, Tx[]> {
  const queues = new Map<AccountId, Tx[]>();
  for (const tx of txs) {
    const queue = queues.get(tx.from);
    if (queue === undefined) queues.set(tx.from, [tx]);
    else queue.push(tx);
  }
  for (const queue of queues.values()) queue.sort((a, b) => a.nonce - b.nonce);
  return queues;
}

/** The head of a queue that is preferred, of those that pay enough. */
function bestHead(
  queues: ReadonlyMap<AccountId, readonly Tx[]>,
  rules: BlockRules,
  worth: Ordering["worth"],
  place: ReadonlyMap<Tx, number>,
): Tx | undefined {
  let best: Tx | undefined;
  let bestPlace = Infinity;
  for (const [head] of queues.values()) {
    if (head === undefined || head.maxFeePerGas < rules.baseFee) continue;
    const at = place.get(head) ?? Infinity;
    if (at > bestPlace || worth(head, rules.baseFee) < rules.floor) continue;
    best = head;
    bestPlace = at;
  }
  return best;
}
