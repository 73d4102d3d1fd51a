import type { Searcher } from "../searcher.ts";
import { type AuctionSearcherOptions, auctionSearcher } from "./auction-searcher.ts";

/** Arbitrages the pool as last mined against the reference market, first in the block. */
export function arbitrageSearcher(options: AuctionSearcherOptions): Searcher {
  return auctionSearcher("arbitrageur", options, (view) => [{ pool: view.pool, after: [] }]);
}
