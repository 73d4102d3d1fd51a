import { effectivePrice } from "../../core/effective-price.ts";
import type { Tx } from "../../core/words.ts";
import type { View } from "../view.ts";

/** The most that a rival pays a unit of gas to come before one's own swap, wei; null when nobody does. Rivals swap the same way through executors. */
export function bestRival(view: View, own: Tx): bigint | null {
  const mine = effectivePrice(own, view.baseFee);
  let best: bigint | null = null;
  for (const tx of view.pending) {
    if (tx.from === own.from || tx.action.kind !== "arbitrage" || own.action.kind !== "arbitrage" || tx.action.side !== own.action.side)
      continue;
    const theirs = effectivePrice(tx, view.baseFee);
    const isBefore = theirs > mine || (theirs === mine && tx.id < own.id);
    if (isBefore && (best === null || theirs > best)) best = theirs;
  }
  return best;
}
