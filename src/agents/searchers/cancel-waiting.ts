import { effectivePrice } from "../../core/effective-price.ts";
import type { Tx } from "../../core/words.ts";
import type { Order, View } from "../view.ts";

/** Takes back what the last block left out: the moment has passed. A cancellation that waits is offered more only when the crowd pays more. */
export function cancelWaiting(own: readonly Tx[], view: View): readonly Order[] {
  const crowd = view.bid(1);
  return own
    .filter((tx) => tx.priced < view.block && (tx.action.kind !== "cancel" || crowd.expected > effectivePrice(tx, view.baseFee)))
    .map((tx) => ({
      type: "replace",
      tx,
      action: { kind: "cancel" },
      bid: view.raise(tx, tx.action.kind === "cancel" ? crowd : view.bid(0.5)),
    }));
}
