import { valueAt, valueNumber } from "../core/units.ts";
import type { AccountId } from "../core/words.ts";
import type { Agent } from "./agent.ts";
import { repriceWaiting } from "./patience.ts";
import type { View } from "./view.ts";

export interface LeavingProvidersOptions {
  readonly account: AccountId;
  /** Loss of a share's value in quote, as a share of it at the start, by which half of them have left; 0 is never for that reason. */
  readonly exitLoss: number;
  /** Loss of the pool's quote reserve, as a share of it at the start, by which half of them have left; 0 is never for that reason. */
  readonly exitDepth: number;
  /** Of the base that they take out, what they sell into the pool at once, as a share. */
  readonly exitSale: number;
  readonly repriceBlocks: number;
}

/** Liquidity providers act within this time or not at all (seconds). */
const DEADLINE = 86_400;
const BILLION = 1_000_000_000n;

/**
 * The other liquidity providers of the pool, who leave for good when it hurts: when their share has lost too much, or when the pool has become thin. Each has a
 * threshold of its own, spread evenly from half of the stated one to one and a half times it. Who leaves makes the pool thinner, so that the second
 * reason feeds itself: a run. Who has borrowed against his share is sold out as well: what he takes out goes back into the pool, for its quote, at any price.
 */
export function leavingProviders({ account, exitLoss, exitDepth, exitSale, repriceBlocks }: LeavingProvidersOptions): Agent {
  /** Base that was there before anybody left, or was kept, and is not sold. */
  let own: bigint | null = null;
  let start: { readonly worth: number; readonly quote: number; readonly liquidity: bigint } | null = null;
  return {
    sender: "liquidity-provider",
    decide(view) {
      const pending = view.pending.filter((tx) => tx.from === account);
      if (pending.length > 0) return repriceWaiting(pending, view, repriceBlocks);
      const base = view.balance(account, "chain", "base");
      own ??= base;
      const sold = ((base - own) * BigInt(Math.round(exitSale * 1e9))) / BILLION;
      own = base - sold;
      if (sold > 0n) {
        const action = { kind: "trade", side: "sell", amountIn: sold, minAmountOut: 1n, deadline: view.time + DEADLINE } as const;
        return [{ type: "send", from: account, action, bid: view.bid(1) }];
      }
      const held = view.balance(account, "chain", "liquidity");
      start ??= { worth: worthOf(view), quote: Number(view.pool.quote), liquidity: held };
      const lost = 1 - worthOf(view) / start.worth;
      const thinner = 1 - Number(view.pool.quote) / start.quote;
      const gone = Math.max(shareGone(lost, exitLoss), shareGone(thinner, exitDepth));
      const kept = (start.liquidity * BigInt(Math.round((1 - gone) * 1e9))) / BILLION;
      if (held <= kept) return [];
      const action = { kind: "remove-liquidity", liquidity: held - kept, deadline: view.time + DEADLINE } as const;
      return [{ type: "send", from: account, action, bid: view.bid(1) }];
    },
  };
}

/** Of a liquidity token, in quote at the reference price, up to a constant. */
function worthOf({ pool, price }: View): number {
  return valueNumber(valueAt(pool.base, pool.quote, price(0))) / Number(pool.supply);
}

function shareGone(measure: number, threshold: number): number {
  return threshold === 0 ? 0 : Math.min(1, Math.max(0, measure / threshold - 0.5));
}
