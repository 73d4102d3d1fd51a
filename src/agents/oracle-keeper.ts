import type { AccountId, OracleName, PriceE8 } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { repriceWaiting } from "./patience.ts";

export interface OracleKeeperOptions {
  readonly account: AccountId;
  readonly oracle: OracleName;
  /** Between two posts. */
  readonly seconds: number;
  /** Reference price at a time, as old as the keeper posts it. */
  readonly priceAt: (time: number) => PriceE8;
  readonly repriceBlocks: number;
}

/** Posts the reference price, or has the oracle read the pool's average, whenever the time has come; what waits for a block makes the oracle late. */
export function oracleKeeper({ account, oracle, seconds, priceAt, repriceBlocks }: OracleKeeperOptions): Agent {
  let last: number | null = null;
  return {
    sender: "oracle",
    decide(view) {
      const pending = view.pending.filter((tx) => tx.from === account);
      if (pending.length > 0) return repriceWaiting(pending, view, repriceBlocks);
      last ??= view.time - view.seconds;
      if (oracle === "pool-spot" || view.time - last < seconds) return [];
      last = view.time;
      const action = oracle === "reference" ? ({ kind: "poke", price: priceAt(view.time) } as const) : ({ kind: "observe" } as const);
      return [{ type: "send", from: account, action, bid: view.bid(1) }];
    },
  };
}
