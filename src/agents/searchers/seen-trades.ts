import { effectivePrice } from "../../core/effective-price.ts";
import type { Action, Side, Tx } from "../../core/words.ts";
import type { View } from "../view.ts";

/** A swap of somebody else's that waits in the public mempool. */
export interface SeenTrade {
  readonly tx: Tx;
  readonly side: Side;
  readonly amountIn: bigint;
  readonly minAmountOut: bigint;
  /** What it pays for a unit of gas, wei. */
  readonly price: bigint;
}

/**
 * The trades that a searcher can build on: those of one side that can be in the block at all, in the order in which a builder who goes by fee would
 * put them. Of an account that has several pending, the first.
 */
export function seenTrades(view: View, side: Side): readonly SeenTrade[] {
  const first = new Map<string, Tx>();
  for (const tx of view.pending) if (tx.nonce < (first.get(tx.from)?.nonce ?? Infinity)) first.set(tx.from, tx);
  const floor = view.floor > view.bid(0).expected ? view.floor : view.bid(0).expected;
  return [...first.values()]
    .flatMap((tx) => trade(tx, side, view.baseFee))
    .filter(({ tx, price }) => tx.maxFeePerGas >= view.baseFee && price >= floor && !isLate(tx.action, view.time))
    .sort((a, b) => (a.price === b.price ? a.tx.id - b.tx.id : a.price > b.price ? -1 : 1));
}

function trade(tx: Tx, side: Side, baseFee: bigint): readonly SeenTrade[] {
  const { action } = tx;
  if (action.kind !== "trade" || action.side !== side) return [];
  const { amountIn, minAmountOut } = action;
  return [{ tx, side, amountIn, minAmountOut, price: effectivePrice(tx, baseFee) }];
}

function isLate(action: Action, time: number): boolean {
  return "deadline" in action && action.deadline < time;
}
