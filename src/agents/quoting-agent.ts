import type { Quote } from "../amm/search-arbitrage.ts";
import type { Random } from "../core/random.ts";
import type { Sender } from "../core/words.ts";
import type { Order, View } from "./view.ts";

/** A participant at a pool of which nobody has a model: it asks for quotes before it decides. */
export interface QuotingAgent {
  readonly sender: Sender;
  /** @param quote of the pool as last mined */
  readonly decideByQuotes: (view: View, random: Random, quote: Quote) => Promise<readonly Order[]>;
}
