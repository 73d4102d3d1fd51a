import { trySwap } from "../../amm/try-swap.ts";
import { BRIDGE } from "../../core/account-names.ts";
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
  /** Where it sells what it has won. */
  readonly sale: "pool" | "reference";
  /** Of the reference market, as a share. */
  readonly cost: number;
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
 * Watches a lending market: puts unsafe positions up for auction, bids for their collateral what it would fetch where it sells, less gas and a margin, takes what it
 * won and sells it into the pool, or sends it to the reference market, which sells it on arrival, and calls the proceeds back. Every step is a transaction that must pay
 * its gas: where gas is too dear for the profit, it does nothing.
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
      const proceeds = callBack(options, view);
      const own = view.pending.filter((tx) => tx.from === options.account);
      if (own.some((tx) => tx.submitted === view.block)) return proceeds;
      if (own.length > 0) return [...proceeds, ...cancelWaiting(own, view)];
      const order =
        sell(options, view) ?? end(options, view, lending) ?? bid(options, view, lending, stakes, random) ?? kick(options, view, lending);
      return order === null ? proceeds : [...proceeds, order];
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

/** Asks the reference market for what its sales there have brought: bids are paid on chain. */
function callBack({ account }: LiquidatorOptions, view: View): readonly Order[] {
  const amount = view.balance(account, "reference", "quote");
  return amount > 0n && !view.inTransit(account, "quote") ? [{ type: "to-chain", account, asset: "quote", amount }] : [];
}

/** Sells what it holds into the pool, or sends it to where it is sold. */
function sell(options: LiquidatorOptions, view: View): Order | null {
  const { account, sale } = options;
  const held = view.balance(account, "chain", "base") - 1n;
  const proceeds = proceedsOf(options, view, held);
  if (sale === "reference") {
    const action = { kind: "transfer", asset: "base", to: BRIDGE, amount: held } as const;
    return proceeds <= costOf(view, action) ? null : { type: "send", from: account, action, bid: view.bid(0.5) };
  }
  const action = { kind: "trade", side: "sell", amountIn: held, minAmountOut: 0n, deadline: view.time + DEADLINE } as const;
  if (proceeds <= costOf(view, action)) return null;
  const minAmountOut = (proceeds * (MILLION - SLIPPAGE_PPM)) / MILLION;
  return { type: "send", from: account, action: { ...action, minAmountOut }, bid: view.bid(0.5) };
}

/** Takes what it has won, and begins again what ended without a bid. */
function end(options: LiquidatorOptions, view: View, { state }: SeenLending): Order | null {
  const { account } = options;
  for (const [auction, { winner, endsAt, lot }] of state.auctions) {
    if (view.time < endsAt || (winner !== account && winner !== null)) continue;
    const action = { kind: winner === null ? "restart" : "settle", auction } as const;
    if (proceedsOf(options, view, lot) > costOf(view, action)) return { type: "send", from: account, action, bid: view.bid(0.5) };
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
  options: LiquidatorOptions,
  view: View,
  { lot, bid: best, tab }: Auction,
  minIncrease: bigint,
  random: Random,
): { readonly lot: bigint; readonly amount: bigint; readonly value: bigint } | null {
  const { account, minimumProfit, rule, sale } = options;
  const steps: readonly Action[] = [
    { kind: "bid", auction: 1, lot, amount: tab },
    { kind: "settle", auction: 1 },
    sale === "pool"
      ? { kind: "trade", side: "sell", amountIn: lot, minAmountOut: 0n, deadline: view.time }
      : { kind: "transfer", asset: "base", to: BRIDGE, amount: lot },
  ];
  const gas = steps.reduce((sum, action) => sum + costOf(view, action), 0n);
  const value = proceedsOf(options, view, lot) - gas - toQuote(minimumProfit);
  const purse = view.balance(account, "chain", "quote");
  if (best >= tab) {
    // Everything is bid: who takes less of the base for it is next.
    const less = (lot * MILLION) / (MILLION + minIncrease);
    const worth = proceedsOf(options, view, less) - gas - toQuote(minimumProfit);
    return worth >= tab && purse >= tab ? { lot: less, amount: tab, value: worth } : null;
  }
  if (value <= 0n) return null;
  const least = best === 0n ? 1n : (best * (MILLION + minIncrease) + MILLION - 1n) / MILLION;
  const wanted = larger(rule.offer(value, random), least);
  const amount = smaller(wanted, tab);
  return amount <= value && amount > best && amount <= purse ? { lot, amount, value } : null;
}

/** Puts the first unsafe position up, if all that follows would pay. */
function kick(options: LiquidatorOptions, view: View, { state, terms, price }: SeenLending): Order | null {
  const { account, minimumProfit } = options;
  for (const [borrower, position] of state.positions) {
    if (!isUnsafe(position, price, terms)) continue;
    const action = { kind: "kick", borrower } as const;
    const proceeds = proceedsOf(options, view, position.collateral);
    const hoped = proceeds > position.debt ? proceeds - position.debt : proceeds;
    if (hoped > costOf(view, action) + toQuote(minimumProfit)) return { type: "send", from: account, action, bid: view.bid(0.5) };
  }
  return null;
}

/** Gas at the expected price, in the smallest unit of quote. */
function costOf(view: View, action: Action): bigint {
  return quoteForBase(BigInt(view.scheduledGas(action)) * view.bid(0.5).expected, view.price(0));
}

/** Quote that the pool pays for base now, or the reference market if its price is still there when the base is. */
function proceedsOf({ sale, cost }: LiquidatorOptions, view: View, base: bigint): bigint {
  if (base <= 0n) return 0n;
  if (sale === "pool") return trySwap(view.pool, "sell", base)?.amountOut ?? 0n;
  return (quoteForBase(base, view.price(0)) * BigInt(Math.round((1 - cost) * 1e6))) / MILLION;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
