import type { Random } from "../../core/random.ts";
import { effectivePrice } from "../../core/effective-price.ts";
import { baseForQuote, quoteForBase, toQuote } from "../../core/units.ts";
import type { Action, PoolState, Tx } from "../../core/words.ts";
import type { BiddingRule } from "../bidding/bidding-rule.ts";
import { counterBid } from "../bidding/counter-bid.ts";
import { findOpportunity, type Opportunity } from "../opportunity.ts";
import { repriceWaiting } from "../patience.ts";
import type { Searcher } from "../searcher.ts";
import { settleStock, type StockOwner } from "../settle-stock.ts";
import { stockOf } from "../stock-of.ts";
import type { Order, View } from "../view.ts";
import { bestRival } from "./best-rival.ts";
import { cancelWaiting } from "./cancel-waiting.ts";
import { SealedOffers } from "./sealed-offers.ts";

export interface AuctionSearcherOptions extends StockOwner {
  readonly latency: number;
  /** Of the reference market, as a share. */
  readonly cost: number;
  /** In quote. */
  readonly minimumProfit: number;
  readonly rule: BiddingRule;
  /** After so many blocks a withdrawal that waits is offered more. */
  readonly repriceBlocks: number;
}

/** Where a search for an arbitrage begins and what comes before it in the block. */
export interface Target {
  /** The pool that it will meet. */
  readonly pool: PoolState;
  /** Transactions of others that make it so; none at the top of a block. */
  readonly after: readonly Tx[];
}

/** Where a searcher who arbitrages would act, best known first; an empty list where nowhere. */
export type FindTargets = (view: View, worth: (pool: PoolState) => bigint) => readonly Target[];

/**
 * Trades the pool against the reference market in the auction for blocks: by sealed bid where there are bundles; else by gas price, answering rivals
 * while that loses less than giving in (Daian et al. 2020, Flash Boys 2.0). Holds stock at both places, as an arbitrageur does who takes the gas price as given.
 */
export function auctionSearcher(sender: "arbitrageur" | "back-runner", options: AuctionSearcherOptions, targets: FindTargets): Searcher {
  const offers = new SealedOffers(options.rule);
  return {
    sender,
    account: options.account,
    latency: options.latency,
    hear: (news) => offers.hear(news),
    decide(view, random) {
      const own = view.pending.filter((tx) => tx.from === options.account);
      const leaving = own.filter((tx) => tx.action.kind === "withdraw");
      const bidding = own.filter((tx) => tx.action.kind !== "withdraw");
      // Who must come after a transaction cannot bid itself before it.
      if (bidding.some((tx) => tx.submitted === view.block)) return sender === "back-runner" ? [] : answerRivals(options, view, bidding);
      if (bidding.length > 0) return cancelWaiting(bidding, view);
      const transfers = [...repriceWaiting(leaving, view, options.repriceBlocks), ...settleStock(options, view, leaving)];
      // Behind a transaction that waits, nothing is sure of a block but a bundle that takes it along.
      if (transfers.some(({ type }) => type === "send" || type === "replace") || (leaving.length > 0 && !view.takesBundles))
        return transfers;
      return [...transfers, ...attack(options, view, targets, leaving, offers, random)];
    },
  };
}

function attack(
  options: AuctionSearcherOptions,
  view: View,
  targets: FindTargets,
  leaving: readonly Tx[],
  offers: SealedOffers,
  random: Random,
): readonly Order[] {
  const promised = leaving.map((tx) => tx.action);
  const price = view.price(0);
  const minimum = baseForQuote(toQuote(options.minimumProfit), price);
  const search = (pool: PoolState, paid: bigint): Opportunity | null =>
    findOpportunity(pool, price, options.cost, stockOf(options, view, promised), () => quoteForBase(paid, price), 0n);
  const worth = (pool: PoolState): bigint => baseForQuote(search(pool, 0n)?.profit ?? 0n, price);
  for (const { pool, after } of targets(view, worth)) {
    const found = search(pool, 0n);
    if (found === null) continue;
    const profit = baseForQuote(found.profit, price);
    if (!view.takesBundles) {
      const order = inPublic(options, view, found.action, after, profit - minimum, (paid) => search(pool, paid));
      return order === null ? [] : [order];
    }
    const offer = offers.make(view, [{ ...found.action, payment: 1n }], profit, minimum, random);
    if (offer === null) continue;
    const gas = BigInt(view.scheduledGas({ ...found.action, payment: 1n })) * view.baseFee;
    const action = search(pool, offer.payment + gas)?.action;
    if (action === undefined) {
      offers.drop();
      continue;
    }
    return [
      {
        type: "bundle",
        from: options.account,
        txs: [...leaving, ...after, { action: { ...action, payment: offer.payment }, bid: offer.bid }],
      },
    ];
  }
  return [];
}

/** At the price of the last transaction that it follows, and submitted later; at the top of a block a first bid low in the range, to be raised. */
function inPublic(
  options: AuctionSearcherOptions,
  view: View,
  action: Action,
  after: readonly Tx[],
  worth: bigint,
  search: (paid: bigint) => Opportunity | null,
): Order | null {
  const last = after.at(-1);
  const bid = last === undefined ? view.bid(0.5) : { ...last, expected: effectivePrice(last, view.baseFee) };
  const { maxFeePerGas, maxPriorityFeePerGas, expected } = bid;
  const gas = BigInt(view.scheduledGas(action)) * expected;
  if (worth < gas) return null;
  const guarded = search(gas)?.action;
  return guarded === undefined
    ? null
    : { type: "send", from: options.account, action: guarded, bid: { maxFeePerGas, maxPriorityFeePerGas, expected } };
}

/** A rival stands before it with the same trade: who comes second is reverted, and pays for it. */
function answerRivals(options: AuctionSearcherOptions, view: View, bidding: readonly Tx[]): readonly Order[] {
  const own = bidding.find((tx) => tx.action.kind === "arbitrage");
  const rival = own === undefined ? null : bestRival(view, own);
  if (own === undefined || rival === null) return [];
  const price = view.price(0);
  const found = findOpportunity(view.pool, price, options.cost, stockOf(options, view, []), () => 0n, 0n);
  const bid = counterBid({
    own,
    rival,
    value: baseForQuote(found?.profit ?? 0n, price),
    gas: view.scheduledGas(own.action),
    revertGas: view.scheduledGas({ kind: "cancel" }),
    baseFee: view.baseFee,
  });
  return bid === null ? [] : [{ type: "replace", tx: own, action: own.action, bid }];
}
