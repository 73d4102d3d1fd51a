import { searchArbitrage } from "../amm/search-arbitrage.ts";
import { type ArbitrageurOptions, arbitrageur } from "./arbitrageur.ts";
import { arbitrageTerms } from "./arbitrage-terms.ts";
import type { QuotingAgent } from "./quoting-agent.ts";
import { stockOf } from "./stock-of.ts";

/** The arbitrageur at a pool without a model: what its trade should be it finds by asking for quotes, all else is the same. */
export function quotingArbitrageur(options: ArbitrageurOptions): QuotingAgent {
  return {
    sender: "arbitrageur",
    async decideByQuotes(view, random, quote) {
      const leaving = view.pending.filter((tx) => tx.from === options.account && tx.action.kind === "withdraw");
      const stock = stockOf(
        options,
        view,
        leaving.map((tx) => tx.action),
      );
      const { bid, ask, limits } = arbitrageTerms(view.pool, view.price(options.latency), options.cost, stock);
      const found = await searchArbitrage(quote, view.pool, bid, ask, limits);
      return arbitrageur({ ...options, size: () => found }).decide(view, random);
    },
  };
}
