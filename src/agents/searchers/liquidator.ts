import { trySwap } from "../../amm/try-swap.ts";
import type { Random } from "../../core/random.ts";
import { quoteForBase, toQuote } from "../../core/units.ts";
import type { AccountId, Action } from "../../core/words.ts";
import { isUnsafe } from "../../lending/health.ts";
import type { Auction } from "../../lending/lending-state.ts";
import type { BiddingRule } from "../bidding/bidding-rule.ts";
import type { Searcher } from "../searcher.ts";
import type { Order, SeenLending, View } from "../view.ts";
import { cancelWaiting } from "./cancel-waiting.ts";

export interface LiquidatorOptions {
  readonly account: AccountId;
  readonly latency: number;
  /** In quote. */
  readonly minimumProfit: number;
  /** How much of a lot's worth it bids first, learned from the auctions that it won and lost. */
  readonly rule: BiddingRule;
}

const MILLION = 1_000_000n;
/** What it sells may fetch so much less than the pool quotes. */
const SLIPPAGE_PPM = 20_000n;
/** Its sales are void after this time (seconds). */
const DEADLINE = 1_200;

/** A bid of its own in an auction that is not settled. */
interface Stake {
  readonly value: bigint;
  readonly amount: bigint;
}

/**
 * Watches a lending market: puts unsafe positions up for auction, bids for their collateral what it would fetch in the pool, less gas and a margin, takes what it
 * won and sells it into the pool. Every step is a transaction that must pay its gas: where gas is too dear for the profit, it does nothing.
 */
export function liquidator(options: LiquidatorOptions): Searcher {
  const stakes = new Map<number, Stake>();
  return {
    sender: "liquidator",
    account: options.account,
    latency: options.latency,
    hear: () => undefined,
    decide(view, random) {
      const { lending } = view;
      if (lending === null) return [];
      learnFrom(options, lending, stakes);
      const own = view.pending.filter((tx) => tx.from === options.account);
      if (own.some((tx) => tx.submitted === view.block)) return [];
      if (own.length > 0) return cancelWaiting(own, view);
      const order =
        sell(options, view) ?? end(options, view, lending) ?? bid(options, view, lending, stakes, random) ?? kick(options, view, lending);
      return order === null ? [] : [order];
    },
  };
}

/** An auction that is gone was won, unless somebody else had bid more; one in which it was outbid is lost for now. */
function learnFrom({ account, rule }: LiquidatorOptions, { state }: SeenLending, stakes: Map<number, Stake>): void {
  for (const [id, { value, amount }] of stakes) {
    const auction = state.auctions.get(id);
    if (auction !== undefined && (auction.winner === account || auction.winner === null)) continue;
    // A bid that was never mined is neither: it stays in the list until the auction is gone.
    rule.learn(amount, value, auction === undefined);
    stakes.delete(id);
  }
}

/** Sells what it holds into the pool. */
function sell({ account }: LiquidatorOptions, view: View): Order | null {
  const held = view.balance(account, "chain", "base") - 1n;
  const action = { kind: "trade", side: "sell", amountIn: held, minAmountOut: 0n, deadline: view.time + DEADLINE } as const;
  const proceeds = proceedsOf(view, held);
  if (proceeds <= costOf(view, action)) return null;
  const minAmountOut = (proceeds * (MILLION - SLIPPAGE_PPM)) / MILLION;
  return { type: "send", from: account, action: { ...action, minAmountOut }, bid: view.bid(0.5) };
}

/** Takes what it has won, and begins again what ended without a bid. */
function end({ account }: LiquidatorOptions, view: View, { state }: SeenLending): Order | null {
  for (const [auction, { winner, endsAt, lot }] of state.auctions) {
    if (view.time < endsAt || (winner !== account && winner !== null)) continue;
    const action = { kind: winner === null ? "restart" : "settle", auction } as const;
    if (proceedsOf(view, lot) > costOf(view, action)) return { type: "send", from: account, action, bid: view.bid(0.5) };
  }
  return null;
}

function bid(
  options: LiquidatorOptions,
  view: View,
  { state, terms }: SeenLending,
  stakes: Map<number, Stake>,
  random: Random,
): Order | null {
  for (const [id, auction] of state.auctions) {
    if (view.time >= auction.endsAt || auction.winner === options.account) continue;
    const found = offerFor(options, view, auction, BigInt(terms.minIncreasePpm), random);
    if (found === null) continue;
    stakes.set(id, { value: found.value, amount: found.amount });
    const action = { kind: "bid", auction: id, lot: found.lot, amount: found.amount } as const;
    return { type: "send", from: options.account, action, bid: view.bid(0.5) };
  }
  return null;
}

/** What it would bid: its rule's share of what the lot is worth, or the least that betters the last bid if that is more, as long as it is worth it. */
function offerFor(
  { account, minimumProfit, rule }: LiquidatorOptions,
  view: View,
  { lot, bid: best, tab }: Auction,
  minIncrease: bigint,
  random: Random,
): { readonly lot: bigint; readonly amount: bigint; readonly value: bigint } | null {
  const steps: readonly Action[] = [
    { kind: "bid", auction: 1, lot, amount: tab },
    { kind: "settle", auction: 1 },
    { kind: "trade", side: "sell", amountIn: lot, minAmountOut: 0n, deadline: view.time },
  ];
  const gas = steps.reduce((sum, action) => sum + costOf(view, action), 0n);
  const value = proceedsOf(view, lot) - gas - toQuote(minimumProfit);
  const purse = view.balance(account, "chain", "quote");
  if (best >= tab) {
    // Everything is bid: who takes less of the base for it is next.
    const less = (lot * MILLION) / (MILLION + minIncrease);
    const worth = proceedsOf(view, less) - gas - toQuote(minimumProfit);
    return worth >= tab && purse >= tab ? { lot: less, amount: tab, value: worth } : null;
  }
  if (value <= 0n) return null;
  const least = best === 0n ? 1n : (best * (MILLION + minIncrease) + MILLION - 1n) / MILLION;
  const wanted = larger(rule.offer(value, random), least);
  const amount = smaller(wanted, tab);
  return amount <= value && amount > best && amount <= purse ? { lot, amount, value } : null;
}

/** Puts the first unsafe position up, if all that follows would pay. */
function kick({ account, minimumProfit }: LiquidatorOptions, view: View, { state, terms, price }: SeenLending): Order | null {
  for (const [borrower, position] of state.positions) {
    if (!isUnsafe(position, price, terms)) continue;
    const action = { kind: "kick", borrower } as const;
    const gain = proceedsOf(view, position.collateral) - position.debt;
    const hoped = gain > 0n ? gain : proceedsOf(view, position.collateral);
    if (hoped > costOf(view, action) + toQuote(minimumProfit)) return { type: "send", from: account, action, bid: view.bid(0.5) };
  }
  return null;
}

/** Gas at the expected price, in the smallest unit of quote. */
function costOf(view: View, action: Action): bigint {
  return quoteForBase(BigInt(view.scheduledGas(action)) * view.bid(0.5).expected, view.price(0));
}

/** Quote that the pool pays for base now. */
function proceedsOf(view: View, base: bigint): bigint {
  return base <= 0n ? 0n : (trySwap(view.pool, "sell", base)?.amountOut ?? 0n);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
