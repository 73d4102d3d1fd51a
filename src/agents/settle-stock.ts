import type { AccountId, Tx } from "../core/words.ts";
import type { Order, View } from "./view.ts";

/** Who holds stock at both places, and how much it wants at each. */
export interface StockOwner {
  readonly account: AccountId;
  /** Contract that holds its stock on chain. */
  readonly executor: AccountId;
  /** Stock of each asset that it wants at each place, in smallest units. */
  readonly target: { readonly base: bigint; readonly quote: bigint };
}

/**
 * Asks for a transfer when an asset at one place has grown to one and a half times its target: the other place has run low.
 *
 * @param leaving own withdrawals that wait to be mined
 */
export function settleStock(owner: StockOwner, view: View, leaving: readonly Tx[]): readonly Order[] {
  const orders: Order[] = [];
  for (const asset of ["base", "quote"] as const) {
    const isLeaving = leaving.some((tx) => tx.action.kind === "withdraw" && tx.action.asset === asset);
    if (isLeaving || view.inTransit(owner.account, asset)) continue;
    const target = owner.target[asset];
    const trigger = target + target / 2n;
    const onChain = view.balance(owner.executor, "chain", asset);
    const atReference = view.balance(owner.account, "reference", asset);
    if (onChain > trigger) {
      if (leaving.length > 0) continue;
      const action = { kind: "withdraw", asset, amount: onChain - target } as const;
      orders.push({ type: "send", from: owner.account, action, bid: view.bid(1) });
    } else if (atReference > trigger) {
      orders.push({ type: "to-chain", account: owner.account, asset, amount: atReference - target });
    }
  }
  return orders;
}
