import { effectivePrice } from "../core/effective-price.ts";
import type { AccountId, Bundle } from "../core/words.ts";
import type { BlockRules } from "./fill-block.ts";
import { gasLimitOf, scheduledGas } from "./gas-schedule.ts";

/** Why a bundle is not in a block. */
export type LeftOutFor = "not-taken" | "nonce" | "gas" | "price" | "reverted";

/**
 * What keeps a bundle out of a block before it is even tried, and the gas that it takes. A transaction that another bundle has taken already, or
 * that was mined, has a nonce that is no longer due.
 *
 * @param value what it pays the builder, wei
 * @param left what is left of the block
 * @param isPublic whether a transaction, by its id, is in the public mempool
 * @param due nonce that is due of an account
 */
export function obstacleTo(
  bundle: Bundle,
  value: bigint,
  left: BlockRules,
  isPublic: (id: number) => boolean,
  due: (account: AccountId) => number,
): { readonly why: LeftOutFor | null; readonly gas: number } {
  const nonces = new Map<AccountId, number>();
  let [gas, own] = [0, 0];
  for (const tx of bundle.txs) {
    const expected = nonces.get(tx.from) ?? due(tx.from);
    if (tx.nonce !== expected) return { why: "nonce", gas: 0 };
    nonces.set(tx.from, expected + 1);
    if (tx.maxFeePerGas < left.baseFee) return { why: "price", gas: 0 };
    gas += gasLimitOf(tx.action.kind);
    if (!isPublic(tx.id)) own += scheduledGas(tx.action, false);
    else if (effectivePrice(tx, left.baseFee) < left.floor) return { why: "price", gas: 0 };
  }
  if (gas > left.gasLimit) return { why: "gas", gas };
  // The rest of the world would fill the same room at the floor.
  return { why: value < (left.floor - left.baseFee) * BigInt(own) ? "price" : null, gas };
}
