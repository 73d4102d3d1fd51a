import { paymentOf } from "../core/payment-of.ts";
import type { Bundle } from "../core/words.ts";
import { effectivePrice } from "../core/effective-price.ts";
import { scheduledGas } from "./gas-schedule.ts";

/**
 * What a bundle pays the builder if all of it succeeds, wei: payments beside gas, and priority fees on the scheduled gas. What it takes from the
 * public mempool would pay without it, and does not count.
 *
 * @param isPublic whether a transaction, by its id, is in the public mempool
 */
export function bundleValue(bundle: Bundle, baseFee: bigint, isPublic: (id: number) => boolean): bigint {
  return bundle.txs.reduce((sum, tx) => {
    if (isPublic(tx.id)) return sum;
    return sum + paymentOf(tx.action) + BigInt(scheduledGas(tx.action, false)) * (effectivePrice(tx, baseFee) - baseFee);
  }, 0n);
}
