import { COINBASE } from "../core/account-names.ts";
import { effectivePrice } from "../core/effective-price.ts";
import { paymentOf } from "../core/payment-of.ts";
import type { Outcome } from "../core/words.ts";

/**
 * What transactions that were tried paid the builder, wei, and the gas that they used: priority fees, and ETH that they sent to it. What is from
 * the public mempool would be paid without them, and does not count.
 *
 * @param isPublic whether a transaction, by its id, is in the public mempool
 */
export function triedValue(
  outcomes: readonly Outcome[],
  baseFee: bigint,
  isPublic: (id: number) => boolean,
): { readonly value: bigint; readonly gas: number } {
  let [value, gas] = [0n, 0n];
  for (const { tx, success, gasUsed, effects } of outcomes) {
    if (isPublic(tx.id)) continue;
    gas += gasUsed;
    value += gasUsed * (effectivePrice(tx, baseFee) - baseFee) + (success ? paymentOf(tx.action) : 0n);
    for (const effect of effects) if (effect.type === "ether" && effect.to === COINBASE) value += effect.amount;
  }
  return { value, gas: Number(gas) };
}
