import type { Random } from "../core/random.ts";
import { quoteForBase, toQuote } from "../core/units.ts";
import type { Action, Bid, PriceE8, Tx } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { findOpportunity, type Opportunity, type Sizing } from "./opportunity.ts";
import { repriceWaiting } from "./patience.ts";
import { settleStock, type StockOwner } from "./settle-stock.ts";
import { stockOf } from "./stock-of.ts";
import type { Order, View } from "./view.ts";

export interface ArbitrageurOptions extends StockOwner {
  /** Age of the price it acts on, in blocks. */
  readonly latency: number;
  /** Of the reference market, as a share. */
  readonly cost: number;
  /** In quote. */
  readonly minimumProfit: number;
  /** After so many blocks a pending transaction is repriced. */
  readonly repriceBlocks: number;
  /** Another way to size its trades than by the exact model. */
  readonly size?: Sizing;
}

/** Arbitrageurs bid in the upper half of the range in which bids lie. */
const LOWEST_QUANTILE = 0.5;

/**
 * Trades the pool against the reference market whenever that pays after every cost, holds finite stock at both places, and has it
 * carried from one to the other when it runs low.
 */
export function arbitrageur(options: ArbitrageurOptions): Agent {
  return {
    sender: "arbitrageur",
    decide(view, random) {
      const own = view.pending.filter((tx) => tx.from === options.account);
      const leaving = own.filter((tx) => tx.action.kind === "withdraw");
      const transfers = settleStock(options, view, leaving);
      const promised = [...leaving.map((tx) => tx.action), ...transfers.flatMap((order) => (order.type === "send" ? [order.action] : []))];
      return [...trade(options, view, own, promised, random), ...repriceWaiting(leaving, view, options.repriceBlocks), ...transfers];
    },
  };
}

/** @param promised withdrawals under way, whose stock is no longer there to trade with */
function trade(options: ArbitrageurOptions, view: View, own: readonly Tx[], promised: readonly Action[], random: Random): readonly Order[] {
  const waiting = own.find((tx) => tx.action.kind !== "withdraw");
  if (waiting !== undefined && view.block - waiting.priced < options.repriceBlocks) return [];
  // One draw in every block in which it decides, so that what it draws does not depend on what it finds.
  const fresh = view.bid(LOWEST_QUANTILE + (1 - LOWEST_QUANTILE) * random());
  const bid = waiting === undefined ? fresh : view.raise(waiting, fresh);
  const found = search(options, view, promised, bid);
  if (waiting === undefined) return found === null ? [] : [{ type: "send", from: options.account, action: found.action, bid }];
  return [{ type: "replace", tx: waiting, action: found?.action ?? { kind: "cancel" }, bid }];
}

function search(options: ArbitrageurOptions, view: View, promised: readonly Action[], bid: Bid): Opportunity | null {
  const price = view.price(options.latency);
  const stock = stockOf(options, view, promised);
  const gasCost = (action: Action): bigint => gasInQuote(view.scheduledGas(action), bid, price);
  return findOpportunity(view.pool, price, options.cost, stock, gasCost, toQuote(options.minimumProfit), options.size);
}

/** Gas at the expected price, in the smallest unit of quote; ETH is worth the reference price. */
function gasInQuote(gas: number, bid: Bid, price: PriceE8): bigint {
  return quoteForBase(BigInt(gas) * bid.expected, price);
}
