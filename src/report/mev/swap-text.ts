import type { MinedTransaction } from "./mev-blocks.ts";
import { tokenText } from "./token-text.ts";
import { wordFor } from "./word-for.ts";

const words: Readonly<Record<string, string>> = {
  "add-liquidity": "adds liquidity",
  "remove-liquidity": "withdraws liquidity",
  transfer: "moves tokens",
  withdraw: "takes tokens from its contract",
  cancel: "cancels an earlier transaction",
};

/** What a transaction did, in a few words: its swap in the pool with its amounts, or that it was reverted. */
export function swapText({ side, amountIn, amountOut, success, reason, action }: MinedTransaction): string {
  if (!success) return reason === "" ? "reverted" : `reverted: ${reason}`;
  if (side === "buy") return `buys ${tokenText(amountOut)} base for ${tokenText(amountIn)} quote`;
  if (side === "sell") return `sells ${tokenText(amountIn)} base for ${tokenText(amountOut)} quote`;
  return Object.hasOwn(words, action) ? wordFor(words, action) : `${action}, no swap in this pool`;
}
