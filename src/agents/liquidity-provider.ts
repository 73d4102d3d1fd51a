import type { AccountId } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { repriceWaiting } from "./patience.ts";
import type { Order, View } from "./view.ts";

/** A change of the pool's liquidity √(xy) that others made, mints less burns beyond what fees added; negative when providers leave. */
export interface LiquidityChange {
  /** Unix seconds. */
  readonly time: number;
  readonly logChange: number;
}

/** Liquidity providers act within this time or not at all (seconds). */
const DEADLINE = 86_400;
const BILLION = 1_000_000_000n;

/**
 * The other liquidity providers of the pool, who add and remove what a record says they did, through the router, at the first block
 * after each recorded time.
 */
export function liquidityProviders(account: AccountId, changes: readonly LiquidityChange[], repriceBlocks: number): Agent {
  let next = 0;
  return {
    sender: "liquidity-provider",
    decide(view) {
      // What falls due while a change still waits is added to the next one, which is sized on the pool as it then is.
      const pending = view.pending.filter((tx) => tx.from === account);
      if (pending.length > 0) return repriceWaiting(pending, view, repriceBlocks);
      let logChange = 0;
      for (let due = changes[next]; due !== undefined && due.time <= view.time; due = changes[next]) {
        logChange += due.logChange;
        next += 1;
      }
      return logChange === 0 ? [] : [move(account, view, logChange)];
    },
  };
}

function move(account: AccountId, view: View, logChange: number): Order {
  const deadline = view.time + DEADLINE;
  const bid = view.bid(1);
  const share = (x: bigint): bigint => (x * BigInt(Math.round(Math.abs(Math.expm1(logChange)) * 1e9))) / BILLION;
  if (logChange < 0) {
    const held = view.balance(account, "chain", "liquidity");
    const wanted = share(view.pool.supply);
    const liquidity = wanted < held ? wanted : held;
    if (liquidity === 0n) return { type: "unaffordable", account, count: 1 };
    return { type: "send", from: account, action: { kind: "remove-liquidity", liquidity, deadline }, bid };
  }
  const action = { kind: "add-liquidity", base: share(view.pool.base), quote: share(view.pool.quote), deadline } as const;
  const affordable = (["base", "quote"] as const).every(
    (asset) => action[asset] > 0n && view.balance(account, "chain", asset) >= action[asset],
  );
  return affordable ? { type: "send", from: account, action, bid } : { type: "unaffordable", account, count: 1 };
}
