import { crossPoolArbitrage } from "../../amm/cross-pool-arbitrage.ts";
import type { Random } from "../../core/random.ts";
import { baseForQuote, quoteForBase, toQuote } from "../../core/units.ts";
import type { AccountId, Action, Bid } from "../../core/words.ts";
import type { BiddingRule } from "../bidding/bidding-rule.ts";
import type { Searcher } from "../searcher.ts";
import type { Order, View } from "../view.ts";
import { cancelWaiting } from "./cancel-waiting.ts";
import { SealedOffers } from "./sealed-offers.ts";

export interface CrossPoolSearcherOptions {
  readonly account: AccountId;
  readonly latency: number;
  /** In quote. */
  readonly minimumProfit: number;
  readonly rule: BiddingRule;
}

type Flash = Extract<Action, { kind: "flash-arbitrage" }>;

/** Carries base from the pool where it is cheap to the one where it is dear, as the pools were last mined, by flash swaps: it needs money for gas alone. */
export function crossPoolSearcher(options: CrossPoolSearcherOptions): Searcher {
  const offers = new SealedOffers(options.rule);
  return {
    sender: "cross-pool-arbitrageur",
    account: options.account,
    latency: options.latency,
    hear: (news) => offers.hear(news),
    decide(view, random) {
      const own = view.pending.filter((tx) => tx.from === options.account);
      if (own.some((tx) => tx.submitted === view.block)) return [];
      if (own.length > 0) return cancelWaiting(own, view);
      const found = view.sidePool === null ? null : crossPoolArbitrage(view.pool, view.sidePool);
      if (found === null) return [];
      const action: Flash = { kind: "flash-arbitrage", cheap: found.cheap === "a" ? "pair" : "side-pair", base: found.base, minProfit: 0n };
      const order = view.takesBundles
        ? inBundle(options, view, action, found.profit, offers, random)
        : inPublic(options, view, action, found.profit);
      return order === null ? [] : [order];
    },
  };
}

/** @param profit in quote, before gas */
function inBundle(
  { account, minimumProfit }: CrossPoolSearcherOptions,
  view: View,
  action: Flash,
  profit: bigint,
  offers: SealedOffers,
  random: Random,
): Order | null {
  const price = view.price(0);
  const worth = baseForQuote(profit, price);
  const offer = offers.make(view, [{ ...action, payment: 1n }], worth, baseForQuote(toQuote(minimumProfit), price), random);
  if (offer === null) return null;
  const { bid, payment } = offer;
  const guarded = guardedBy(view, { ...action, payment }, bid, payment, profit);
  return { type: "bundle", from: account, txs: [{ action: guarded, bid }] };
}

/** @param profit in quote, before gas */
function inPublic({ account, minimumProfit }: CrossPoolSearcherOptions, view: View, action: Flash, profit: bigint): Order | null {
  const bid = view.bid(0.5);
  const guarded = guardedBy(view, action, bid, 0n, profit);
  return guarded.minProfit + toQuote(minimumProfit) > profit ? null : { type: "send", from: account, action: guarded, bid };
}

/** Limited to what still pays gas and builder, but to no more than what there is. */
function guardedBy(view: View, action: Flash, bid: Bid, payment: bigint, profit: bigint): Flash {
  const paid = quoteForBase(BigInt(view.scheduledGas(action)) * bid.expected + payment, view.price(0)) + 1n;
  return { ...action, minProfit: paid < profit || !view.takesBundles ? paid : profit };
}
