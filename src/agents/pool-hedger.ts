import { feeOf } from "../amm/swap-fee.ts";
import { amountOut, reservesFor } from "../amm/uniswap-v2.ts";
import type { AccountId, Side } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { repriceWaiting } from "./patience.ts";

export interface PoolHedgerOptions {
  readonly account: AccountId;
  /** Of the pool, whose base it hedges. */
  readonly share: number;
  /** Blocks between two hedges. */
  readonly interval: number;
  readonly slippageTolerance: number;
  readonly deadlineSeconds: number;
  readonly repriceBlocks: number;
}

const MILLION = 1_000_000n;

/**
 * Keeps a share of the pool free of its delta, and has nowhere to trade but the pool itself: sells what base the position has gained since the last hedge, buys
 * what it has lost, out of a stock of its own. Everybody sees it coming.
 */
export function poolHedger(options: PoolHedgerOptions): Agent {
  const { account, interval, repriceBlocks } = options;
  const ppm = (share: number): bigint => BigInt(Math.round(share * 1e6));
  let hedged: bigint | null = null;
  return {
    sender: "pool-hedger",
    decide(view) {
      const pending = view.pending.filter((tx) => tx.from === account);
      if (pending.length > 0) return repriceWaiting(pending, view, repriceBlocks);
      hedged ??= view.pool.base;
      if (view.block % interval !== 0) return [];
      const gained = ((view.pool.base - hedged) * ppm(options.share)) / MILLION;
      hedged = view.pool.base;
      if (gained === 0n) return [];
      const side: Side = gained > 0n ? "sell" : "buy";
      const { reserveIn, reserveOut } = reservesFor(view.pool, side);
      const amountIn = gained > 0n ? gained : (-gained * view.pool.quote) / view.pool.base;
      if (amountIn === 0n || view.balance(account, "chain", side === "sell" ? "base" : "quote") < amountIn)
        return [{ type: "unaffordable", account, count: 1 }];
      const quoted = amountOut(amountIn, reserveIn, reserveOut, feeOf(view.pool));
      const minAmountOut = (quoted * ppm(1 - options.slippageTolerance)) / MILLION;
      const deadline = view.time + Math.round(options.deadlineSeconds);
      return [{ type: "send", from: account, action: { kind: "trade", side, amountIn, minAmountOut, deadline }, bid: view.bid(0.5) }];
    },
  };
}
