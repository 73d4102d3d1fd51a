import type { AccountId, Bundle, Outcome } from "../core/words.ts";
import type { Agent } from "./agent.ts";

/** What a searcher is told after a block: what became of its own transactions and bundles, and nothing of others'. */
export interface News {
  readonly block: number;
  readonly mined: readonly Outcome[];
  readonly included: readonly Bundle[];
  readonly leftOut: readonly Bundle[];
}

/** An agent that lives on what others leave: it acts on the mempool of the block that is being built, when the public has spoken. */
export interface Searcher extends Agent {
  readonly account: AccountId;
  /** Age of all that it sees, prices, pool and mempool, in blocks. */
  readonly latency: number;
  readonly hear: (news: News) => void;
}
