import type { Action } from "./words.ts";

/** What an action pays the block's builder beside gas when it succeeds, wei. */
export function paymentOf(action: Action): bigint {
  return "payment" in action ? (action.payment ?? 0n) : 0n;
}
