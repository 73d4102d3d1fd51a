import type { Action } from "../core/words.ts";
import type { Stock } from "./stock.ts";
import type { StockOwner } from "./settle-stock.ts";
import type { View } from "./view.ts";

/**
 * What an owner of stock at both places can trade with.
 *
 * @param promised withdrawals under way, whose stock is no longer there to trade with
 */
export function stockOf(owner: Pick<StockOwner, "account" | "executor">, view: View, promised: readonly Action[]): Stock {
  const free = (asset: "base" | "quote"): bigint =>
    promised.reduce(
      (left, action) => (action.kind === "withdraw" && action.asset === asset ? left - action.amount : left),
      view.balance(owner.executor, "chain", asset),
    );
  return {
    chainBase: free("base"),
    chainQuote: free("quote"),
    referenceBase: view.balance(owner.account, "reference", "base"),
    referenceQuote: view.balance(owner.account, "reference", "quote"),
  };
}
