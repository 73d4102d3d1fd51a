import { effectivePrice } from "../../core/effective-price.ts";
import { byWorth } from "./by-worth.ts";
import type { Ordering } from "./ordering.ts";

/** By what is paid for a unit of gas, as Geth's miner does: before EIP-1559 the gas price, after it the priority fee. */
export const priorityFee: Ordering = {
  name: "priority-fee",
  takesBundles: false,
  isByPrice: true,
  worth: effectivePrice,
  rank: byWorth(effectivePrice),
};
