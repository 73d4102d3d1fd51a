import { trySwap } from "../../amm/try-swap.ts";
import type { PoolState } from "../../core/words.ts";
import type { Searcher } from "../searcher.ts";
import type { View } from "../view.ts";
import { type AuctionSearcherOptions, auctionSearcher, type Target } from "./auction-searcher.ts";
import { type SeenTrade, seenTrades } from "./seen-trades.ts";

/** Arbitrages what a trade leaves behind, right after it: only trades that make the opportunity, or make it better. */
export function backRunner(options: AuctionSearcherOptions): Searcher {
  return auctionSearcher("back-runner", options, targetsOf);
}

/** The trades that leave most, best first. */
function targetsOf(view: View, worth: (pool: PoolState) => bigint): readonly Target[] {
  const before = worth(view.pool);
  return (["sell", "buy"] as const)
    .flatMap((side) => seenTrades(view, side))
    .flatMap((trade) => {
      const pool = poolAfter(view.pool, trade);
      const gain = pool === null ? 0n : worth(pool) - before;
      return pool === null || gain <= 0n ? [] : [{ pool, after: [trade.tx], gain }];
    })
    .sort((a, b) => (a.gain > b.gain ? -1 : a.gain < b.gain ? 1 : 0));
}

/** Null where the trade would be reverted. */
function poolAfter(pool: PoolState, { side, amountIn, minAmountOut }: SeenTrade): PoolState | null {
  const swapped = trySwap(pool, side, amountIn);
  return swapped === null || swapped.amountOut < minAmountOut ? null : swapped.state;
}
