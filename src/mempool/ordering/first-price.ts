import { paymentOf } from "../../core/payment-of.ts";
import type { Tx } from "../../core/words.ts";
import { effectivePrice } from "../../core/effective-price.ts";
import { scheduledGas } from "../gas-schedule.ts";
import { byWorth } from "./by-worth.ts";
import type { Ordering } from "./ordering.ts";

/** By all that the miner gets for a unit of gas: its price, and what is paid beside gas. */
export const firstPrice: Ordering = { name: "first-price", takesBundles: false, isByPrice: true, worth: allPaid, rank: byWorth(allPaid) };

/** Rounded down, on the scheduled gas. */
function allPaid(tx: Tx, baseFee: bigint): bigint {
  const payment = paymentOf(tx.action);
  const price = effectivePrice(tx, baseFee);
  return payment === 0n ? price : price + payment / BigInt(scheduledGas(tx.action, false));
}
