import { chooseVictims } from "../../amm/choose-victims.ts";
import type { Sandwich } from "../../amm/sandwich.ts";
import { effectivePrice } from "../../core/effective-price.ts";
import type { Random } from "../../core/random.ts";
import { baseForQuote, toQuote } from "../../core/units.ts";
import type { AccountId, Action, Bid, Side, Tx } from "../../core/words.ts";
import type { BiddingRule } from "../bidding/bidding-rule.ts";
import { counterBid } from "../bidding/counter-bid.ts";
import type { Searcher } from "../searcher.ts";
import type { Draft, Order, View } from "../view.ts";
import { cancelWaiting } from "./cancel-waiting.ts";
import { bestRival } from "./best-rival.ts";
import { SealedOffers } from "./sealed-offers.ts";
import { type SeenTrade, seenTrades } from "./seen-trades.ts";

export interface SandwicherOptions {
  readonly account: AccountId;
  /** Contract that holds its stock on chain. */
  readonly executor: AccountId;
  readonly latency: number;
  /** In quote. */
  readonly minimumProfit: number;
  readonly rule: BiddingRule;
}

/** A sandwich that is planned, its victims in the order of the block. */
interface Plan extends Sandwich {
  readonly side: Side;
  readonly victims: readonly SeenTrade[];
  /** Wei: ETH is worth the reference price. */
  readonly worth: bigint;
}

/** Sold back at no less than this share of what was paid, where the victims may fail to come between. */
const UNWIND = { kept: 98n, whole: 100n };

/**
 * Buys before others buy and sells to them dearer, or the other way round: as much as their slippage limits bear (Zhou et al. 2021, High-Frequency
 * Trading on Decentralized On-Chain Exchanges), and only where it pays after gas. In a bundle where there are bundles; else by gas price, just above the dearest
 * victim and, for the way back, at the price of the cheapest, outbidding rivals while that loses less than giving in.
 */
export function sandwicher(options: SandwicherOptions): Searcher {
  const offers = new SealedOffers(options.rule);
  /** What it has sent for the block at hand. */
  let sent: { readonly block: number; readonly plan: Plan } | null = null;
  /** Whether it has bought before others in a block that did not take its sale. */
  let isOpen = false;
  return {
    sender: "sandwicher",
    account: options.account,
    latency: options.latency,
    hear(news) {
      offers.hear(news);
      const swaps = news.mined.filter(({ tx, success }) => success && tx.action.kind === "arbitrage").length;
      if (swaps % 2 === 1) isOpen = !isOpen;
    },
    decide(view, random) {
      const own = view.pending.filter((tx) => tx.from === options.account);
      if (sent?.block === view.block) return own.length === 0 ? [] : answerRivals(sent.plan, own, view);
      if (own.length > 0) return isOpen ? hasten(own, view) : cancelWaiting(own, view);
      isOpen = false;
      const plan = view.takesBundles || view.isByPrice ? bestPlan(options, view) : null;
      if (plan === null) return [];
      sent = { block: view.block, plan };
      return view.takesBundles ? inBundle(options, view, plan, offers, random) : inPublic(options, view, plan);
    },
  };
}

/** What it bought is sold at any price of gas that the crowd pays. */
function hasten(own: readonly Tx[], view: View): readonly Order[] {
  const crowd = view.bid(1);
  return own
    .filter((tx) => crowd.expected > effectivePrice(tx, view.baseFee))
    .map((tx) => ({ type: "replace", tx, action: tx.action, bid: view.raise(tx, crowd) }));
}

function bestPlan(options: SandwicherOptions, view: View): Plan | null {
  const plans = (["sell", "buy"] as const).flatMap((side) => planOf(options, view, side) ?? []);
  return plans.reduce<Plan | null>((best, each) => (best === null || each.worth > best.worth ? each : best), null);
}

function planOf({ executor }: SandwicherOptions, view: View, side: Side): Plan | null {
  const trades = seenTrades(view, side);
  if (trades.length === 0) return null;
  const maxIn = view.balance(executor, "chain", side === "sell" ? "base" : "quote");
  const found = chooseVictims(view.pool, side, trades, { maxIn });
  if (found === null) return null;
  const victims = found.indices.flatMap((i) => trades[i] ?? []);
  const { profit } = found.sandwich;
  return { ...found.sandwich, side, victims, worth: side === "sell" ? profit : baseForQuote(profit, view.price(0)) };
}

function legs(
  { side, frontIn, frontOut, backOut }: Plan,
  minBack: bigint,
): { readonly front: Action; readonly back: Extract<Action, { kind: "arbitrage" }> } {
  return {
    front: { kind: "arbitrage", side, amountIn: frontIn, minAmountOut: frontOut },
    back: {
      kind: "arbitrage",
      side: side === "sell" ? "buy" : "sell",
      amountIn: frontOut,
      minAmountOut: minBack < backOut ? minBack : backOut,
    },
  };
}

function inBundle(options: SandwicherOptions, view: View, plan: Plan, offers: SealedOffers, random: Random): readonly Order[] {
  const { front, back } = legs(plan, plan.backOut);
  const minimum = baseForQuote(toQuote(options.minimumProfit), view.price(0));
  const offer = offers.make(view, [front, { ...back, payment: 1n }], plan.worth, minimum, random);
  if (offer === null) return [];
  const { bid, payment } = offer;
  const last: Draft = { action: { ...back, payment }, bid };
  return [{ type: "bundle", from: options.account, txs: [{ action: front, bid }, ...plan.victims.map(({ tx }) => tx), last] }];
}

function inPublic(options: SandwicherOptions, view: View, plan: Plan): readonly Order[] {
  const { front, back } = legs(plan, (plan.frontIn * UNWIND.kept) / UNWIND.whole);
  const dearest = plan.victims[0];
  const cheapest = plan.victims.at(-1);
  if (dearest === undefined || cheapest === undefined) return [];
  const [before, after] = [above(dearest, view), like(cheapest)];
  const gas = BigInt(view.scheduledGas(front)) * before.expected + BigInt(view.scheduledGas(back)) * after.expected;
  if (plan.worth - gas < baseForQuote(toQuote(options.minimumProfit), view.price(0))) return [];
  return [
    { type: "send", from: options.account, action: front, bid: before },
    { type: "send", from: options.account, action: back, bid: after },
  ];
}

/** The least bid that comes before a trade. */
function above({ tx }: SeenTrade, view: View): Bid {
  const fees = { maxFeePerGas: tx.maxFeePerGas + 1n, maxPriorityFeePerGas: tx.maxPriorityFeePerGas + 1n };
  return { ...fees, expected: effectivePrice(fees, view.baseFee) };
}

/** The bid of a trade: of two at one price the later submitted comes after. */
function like({ tx, price }: SeenTrade): Bid {
  return { maxFeePerGas: tx.maxFeePerGas, maxPriorityFeePerGas: tx.maxPriorityFeePerGas, expected: price };
}

/** A rival stands before its front-run: who comes second is reverted, and pays for it. */
function answerRivals(plan: Plan, own: readonly Tx[], view: View): readonly Order[] {
  const [front] = [...own].sort((x, y) => x.nonce - y.nonce);
  const rival = front === undefined ? null : bestRival(view, front);
  if (front === undefined || rival === null) return [];
  const bid = counterBid({
    own: front,
    rival,
    value: plan.worth,
    gas: view.scheduledGas(front.action),
    revertGas: view.scheduledGas({ kind: "cancel" }),
    baseFee: view.baseFee,
  });
  return bid === null ? [] : [{ type: "replace", tx: front, action: front.action, bid }];
}
