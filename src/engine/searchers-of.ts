import type { BiddingRule } from "../agents/bidding/bidding-rule.ts";
import { fixedShare } from "../agents/bidding/fixed-share.ts";
import { learnedShare } from "../agents/bidding/learned-share.ts";
import type { Searcher } from "../agents/searcher.ts";
import { arbitrageSearcher } from "../agents/searchers/arbitrage-searcher.ts";
import type { AuctionSearcherOptions } from "../agents/searchers/auction-searcher.ts";
import { backRunner } from "../agents/searchers/back-runner.ts";
import { crossPoolSearcher } from "../agents/searchers/cross-pool-searcher.ts";
import { liquidator } from "../agents/searchers/liquidator.ts";
import { sandwicher } from "../agents/searchers/sandwicher.ts";
import { executorOf } from "../core/account-names.ts";
import { searcherAccounts, type SearcherKind, searcherStock } from "./genesis.ts";
import type { World } from "./world.ts";

/** The searchers of a run, each with its own capital, latency and bidding rule. */
export function searchersOf(world: World): readonly Searcher[] {
  const { agents, market } = world.settings;
  const accounts = searcherAccounts(world);
  const each = (kind: SearcherKind, make: (options: AuctionSearcherOptions) => Searcher): readonly Searcher[] =>
    accounts[kind].map((account, rank) =>
      make({
        account,
        executor: executorOf(account),
        target: searcherStock(world, kind),
        latency: (kind === "arbitrageur" ? agents.arbitrageurLatency : agents.searcherLatency) + rank * agents.latencyStep,
        cost: market.cost,
        minimumProfit: agents.minimumProfit,
        rule: ruleOf(world),
        repriceBlocks: world.settings.mempool.repriceBlocks,
      }),
    );
  return [
    ...(agents.arbitrageBidding === "auction" ? each("arbitrageur", arbitrageSearcher) : []),
    ...each("cross-pool-arbitrageur", crossPoolSearcher),
    ...each("sandwicher", sandwicher),
    ...each("liquidator", (options) => liquidator({ ...options, sale: agents.liquidatorSale })),
    ...each("back-runner", backRunner),
  ];
}

function ruleOf({ settings: { agents } }: World): BiddingRule {
  return agents.bidding === "fixed" ? fixedShare(agents.bidShare) : learnedShare();
}
