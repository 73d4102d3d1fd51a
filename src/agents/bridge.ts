import type { AccountId } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { repriceWaiting } from "./patience.ts";
import type { View } from "./view.ts";

/** A transfer from the reference market that the bridge owes on chain. */
export interface Payout {
  readonly to: AccountId;
  readonly asset: "base" | "quote";
  readonly amount: bigint;
}

/**
 * The settlement account between the chain and the reference market, funded before the run: pays on chain what was withdrawn from the
 * market and has waited its time.
 *
 * @param due takes the payouts whose time has come by a view's time; each is handed out once
 */
export function bridge(account: AccountId, due: (view: View) => readonly Payout[], repriceBlocks: number): Agent {
  return {
    sender: "bridge",
    decide: (view) => [
      ...repriceWaiting(
        view.pending.filter((tx) => tx.from === account),
        view,
        repriceBlocks,
      ),
      ...due(view).map((payout) => ({ type: "send", from: account, action: { kind: "transfer", ...payout }, bid: view.bid(1) }) as const),
    ],
  };
}
