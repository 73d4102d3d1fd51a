import type { Amounts } from "../../amm/uniswap-v2.ts";
import type { Deed } from "./deed.ts";

/** What a transaction's swaps, and the collateral that it seized, left its sender with: received less paid in each token, before gas. */
export function netOf({ swaps, collateral }: Deed): Amounts {
  let base = collateral?.base ?? 0n;
  let quote = -(collateral?.paid ?? 0n);
  for (const { side, amountIn, amountOut } of swaps) {
    base += side === "sell" ? -amountIn : amountOut;
    quote += side === "sell" ? amountOut : -amountIn;
  }
  return { base, quote };
}
