import { effectivePrice } from "../core/effective-price.ts";
import type { AccountId, Bundle } from "../core/words.ts";
import type { BlockRules } from "./fill-block.ts";
import { gasLimit } from "./gas-limit.ts";
import { scheduledGas } from "./gas-schedule.ts";

/** Why a bundle is not in a block. */
export type LeftOutFor = "not-taken" | "nonce" | "gas" | "price" | "funds" | "reverted";

/** A bundle, and what it pays. */
export interface Appraised {
  readonly bundle: Bundle;
  /** What it pays the builder, wei. */
  readonly value: bigint;
  /** Gas that its own transactions used, where it was tried; what is scheduled counts where not. */
  readonly gas?: number;
}

/**
 * What keeps a bundle out of a block before it is even tried. A transaction that another bundle has taken already, or
 * that was mined, has a nonce that is no longer due.
 *
 * @param left what is left of the block
 * @param isPublic whether a transaction, by its id, is in the public mempool
 * @param due nonce that is due of an account
 */
export function obstacleTo(
  { bundle, value, gas: tried }: Appraised,
  left: BlockRules,
  isPublic: (id: number) => boolean,
  due: (account: AccountId) => number,
): LeftOutFor | null {
  const nonces = new Map<AccountId, number>();
  let [gas, own] = [0, 0];
  /** What public transactions pay the builder above what the floor would bring for the same gas, wei; negative is below. */
  let beyondFloor = 0n;
  for (const tx of bundle.txs) {
    const expected = nonces.get(tx.from) ?? due(tx.from);
    if (tx.nonce !== expected) return "nonce";
    nonces.set(tx.from, expected + 1);
    if (tx.maxFeePerGas < left.baseFee) return "price";
    gas += gasLimit(tx.action);
    if (!isPublic(tx.id)) own += scheduledGas(tx.action, false);
    else beyondFloor += BigInt(scheduledGas(tx.action, false)) * (effectivePrice(tx, left.baseFee) - left.floor);
  }
  if (gas > left.gasLimit) return "gas";
  // The rest of the world would fill the same room at the floor: what comes along for less must be paid for.
  const asked = (left.floor - left.baseFee) * BigInt(tried ?? own) - (beyondFloor < 0n ? beyondFloor : 0n);
  return value < asked ? "price" : null;
}
