import { randomLogNormal } from "d3-random";
import { feeOf } from "../amm/swap-fee.ts";
import { amountOut, reservesFor } from "../amm/uniswap-v2.ts";
import { priceNumber, toBase, toQuote } from "../core/units.ts";
import type { AccountId, Side } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { arrivals } from "./arrivals.ts";
import { repriceWaiting } from "./patience.ts";
import { poolValueInQuote } from "./pool-value.ts";
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

/**
 * The crowd that trades for reasons of its own: Poisson arrivals whose rate follows volatility, log-normal sizes, exact-input swaps through the
 * router with a slippage tolerance on the quote of the pool as last mined, and a deadline. An account does one thing at a time.
 */
export function traders({ accounts, settings, repriceBlocks }: TraderOptions): Agent {
  const mean = settings.traderMedian * Math.exp((settings.traderSigma * settings.traderSigma) / 2);
  return {
    sender: "trader",
    decide(view, random) {
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
      for (const account of free.slice(0, served)) {
        const size = randomLogNormal.source(random)(Math.log(settings.traderMedian), settings.traderSigma)();
        const side: Side = random() < settings.sellShare ? "sell" : "buy";
        const quantile = random();
        const isPrivate = settings.privateShare > 0 && random() < settings.privateShare;
        orders.push(enter(account, view, side, size, quantile, isPrivate, settings));
      }
      return orders;
    },
  };
}

/** A new swap, if the account can pay for it. */
function enter(
  account: AccountId,
  view: View,
  side: Side,
  size: number,
  quantile: number,
  isPrivate: boolean,
  settings: AgentSettings,
): Order {
  const price = priceNumber(view.price(0));
  const { reserveIn, reserveOut } = reservesFor(view.pool, side);
  const wanted = side === "sell" ? toBase(size / price) : toQuote(size);
  const largest = BigInt(Math.round(Number(reserveIn) * LARGEST_SHARE));
  const amountIn = wanted < largest ? wanted : largest;
  if (amountIn <= 0n || view.balance(account, "chain", side === "sell" ? "base" : "quote") < amountIn) {
    return { type: "unaffordable", account, count: 1 };
  }
  const quote = amountOut(amountIn, reserveIn, reserveOut, feeOf(view.pool));
  const minAmountOut = (quote * BigInt(Math.round((1 - settings.slippageTolerance) * 1e6))) / 1_000_000n;
  const deadline = view.time + Math.round(settings.deadlineSeconds);
  const action = { kind: "trade", side, amountIn, minAmountOut, deadline } as const;
  return { type: "send", from: account, action, bid: view.bid(quantile), ...(isPrivate ? { isPrivate } : {}) };
}
