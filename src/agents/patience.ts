import type { Action, Tx } from "../core/words.ts";
import type { Order, View } from "./view.ts";

/**
 * What a sender does about transactions that wait: after `repriceBlocks` at one price each is offered again at a higher one, and a swap whose
 * deadline has passed, which could only be reverted, is cancelled.
 */
export function repriceWaiting(waiting: readonly Tx[], view: View, repriceBlocks: number): readonly Order[] {
  return waiting
    .filter((tx) => view.block - tx.priced >= repriceBlocks)
    .map((tx) => ({ type: "replace", tx, action: stillWanted(tx.action, view.time), bid: view.raise(tx, view.bid(0.5)) }));
}

function stillWanted(action: Action, time: number): Action {
  return "deadline" in action && action.deadline < time ? { kind: "cancel" } : action;
}
