import { randomLogNormal } from "d3-random";
import { feeOf } from "../amm/swap-fee.ts";
import { amountOut, reservesFor } from "../amm/uniswap-v2.ts";
import { priceNumber, toBase, toQuote } from "../core/units.ts";
import type { AccountId, Side } from "../core/words.ts";
import type { Random } from "../core/random.ts";
import type { Agent } from "./agent.ts";
import { arrivals } from "./arrivals.ts";
import { repriceWaiting } from "./patience.ts";
import { poolValueInQuote } from "./pool-value.ts";
import type { QuotingAgent } from "./quoting-agent.ts";
import type { AgentSettings } from "./settings.ts";
import type { Order, View } from "./view.ts";

const SECONDS_A_DAY = 86_400;
/** No trade is larger than this share of the pool's quote reserve. */
const LARGEST_SHARE = 0.1;

export interface TraderOptions {
  readonly accounts: readonly AccountId[];
  readonly settings: AgentSettings;
  readonly repriceBlocks: number;
}

/** A swap that somebody wants, and can pay for. */
interface Wish {
  readonly account: AccountId;
  readonly side: Side;
  readonly amountIn: bigint;
  /** Of the gas prices that are bid. */
  readonly quantile: number;
  readonly isPrivate: boolean;
}

/** What traders do in a block but for their least amounts, which hang on a quote. */
interface Wishes {
  readonly orders: readonly Order[];
  /** In the order of arrival; who cannot pay is an order. */
  readonly wishes: readonly (Wish | Order)[];
}

/**
 * The crowd that trades for reasons of its own: Poisson arrivals whose rate follows volatility, log-normal sizes, exact-input swaps through the
 * router with a slippage tolerance on the quote of the pool as last mined, and a deadline. An account does one thing at a time.
 */
export function traders(options: TraderOptions): Agent {
  return {
    sender: "trader",
    decide(view, random) {
      const { orders, wishes } = arrive(options, view, random);
      return [...orders, ...wishes.map((each) => ("type" in each ? each : enter(each, quoteInModel(view, each), view, options.settings)))];
    },
  };
}

/** The same crowd at a pool without a model: each asks the pool what its swap would bring. */
export function quotingTraders(options: TraderOptions): QuotingAgent {
  return {
    sender: "trader",
    async decideByQuotes(view, random, quote) {
      const { orders, wishes } = arrive(options, view, random);
      const entered: Order[] = [];
      for (const each of wishes)
        entered.push("type" in each ? each : enter(each, await quote(each.side, each.amountIn), view, options.settings));
      return [...orders, ...entered];
    },
  };
}

function arrive({ accounts, settings, repriceBlocks }: TraderOptions, view: View, random: Random): Wishes {
  const mean = settings.traderMedian * Math.exp((settings.traderSigma * settings.traderSigma) / 2);
  const waiting = view.pending.filter((tx) => tx.sender === "trader");
  const orders: Order[] = [...repriceWaiting(waiting, view, repriceBlocks)];
  const busy = new Set(waiting.map((tx) => tx.from));
  const free = accounts.filter((account) => !busy.has(account));
  const surge = settings.surge === 0 ? 1 : Math.exp(settings.surge * Math.log(view.volatilityRatio));
  const volume = (settings.turnover * poolValueInQuote(view) * surge * view.seconds) / SECONDS_A_DAY;
  const arrived = arrivals(volume / mean, random);
  // Who finds no free account stays away; there can be any number of them.
  const served = Math.min(arrived, free.length);
  if (arrived > served) orders.push({ type: "unaffordable", account: "trader", count: arrived - served });
  const wishes = free.slice(0, served).map((account): Wish | Order => {
    const size = randomLogNormal.source(random)(Math.log(settings.traderMedian), settings.traderSigma)();
    const side: Side = random() < settings.sellShare ? "sell" : "buy";
    const quantile = random();
    const isPrivate = settings.privateShare > 0 && random() < settings.privateShare;
    const amountIn = payable(account, view, side, size);
    return amountIn === null ? { type: "unaffordable", account, count: 1 } : { account, side, amountIn, quantile, isPrivate };
  });
  return { orders, wishes };
}

/** What somebody pays in who wants to trade so much, in the smallest unit; null where the account does not have it. */
function payable(account: AccountId, view: View, side: Side, size: number): bigint | null {
  const { reserveIn } = reservesFor(view.pool, side);
  const wanted = side === "sell" ? toBase(size / priceNumber(view.price(0))) : toQuote(size);
  const largest = BigInt(Math.round(Number(reserveIn) * LARGEST_SHARE));
  const amountIn = wanted < largest ? wanted : largest;
  return amountIn <= 0n || view.balance(account, "chain", side === "sell" ? "base" : "quote") < amountIn ? null : amountIn;
}

function quoteInModel({ pool }: View, { side, amountIn }: Wish): bigint {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  return amountOut(amountIn, reserveIn, reserveOut, feeOf(pool));
}

/** A new swap. */
function enter({ account, side, amountIn, quantile, isPrivate }: Wish, quote: bigint, view: View, settings: AgentSettings): Order {
  const minAmountOut = (quote * BigInt(Math.round((1 - settings.slippageTolerance) * 1e6))) / 1_000_000n;
  const deadline = view.time + Math.round(settings.deadlineSeconds);
  const action = { kind: "trade", side, amountIn, minAmountOut, deadline } as const;
  return { type: "send", from: account, action, bid: view.bid(quantile), ...(isPrivate ? { isPrivate } : {}) };
}
