import { excessOf } from "../excess-of.ts";
import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

/**
 * A swap through the router brings to the unit what the router said before it, and is not refused when it said something; nor does the pair refuse what its stated fee allows. Where some of
 * the token that is paid lay in the pair before, the swap gets that too, and its output is not compared.
 */
export function quoteRule({ kind, succeeded, who, before, after, swap, asked, isDue = false }: PoolStep): Finding | null {
  if (kind === "raw-swap" && isDue && !succeeded) {
    const [amount, token] = (asked?.base ?? 0n) > 0n ? [asked?.base ?? 0n, "base"] : [asked?.quote ?? 0n, "quote"];
    return { measured: 0n, allowed: amount, text: `the pair refuses ${amount} units of ${token}, which its stated fee allows` };
  }
  if (swap === undefined) return null;
  const { side, amountIn, quoted } = swap;
  const [tokenIn, tokenOut] = side === "sell" ? (["base", "quote"] as const) : (["quote", "base"] as const);
  const swapped = `a swap of ${amountIn} units of ${tokenIn}`;
  if (!succeeded)
    return quoted === 0n
      ? null
      : { measured: 0n, allowed: quoted, text: `${swapped} is refused, for which ${quoted} units of ${tokenOut} were quoted` };
  const brought = after.wallets[who][tokenOut] - before.wallets[who][tokenOut];
  if (excessOf(before)[tokenIn] > 0n || brought === quoted) return null;
  return { measured: brought, allowed: quoted, text: `${swapped} brings ${brought} units of ${tokenOut}, where ${quoted} were quoted` };
}
