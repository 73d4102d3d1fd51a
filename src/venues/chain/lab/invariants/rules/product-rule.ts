import type { Amounts } from "../../../../../amm/uniswap-v2.ts";
import type { SwapFee } from "../../../../../core/words.ts";
import { largestOutput } from "../largest-output.ts";
import type { PoolStep } from "../pool-step.ts";
import type { Finding } from "./finding.ts";

/** A pool that says no fee may at least not pay more than the product allows. */
const NO_FEE: SwapFee = { kept: 1n, whole: 1n };

/**
 * After a swap (b0·W − in0·f)·(b1·W − in1·f) ≥ r0·r1·W² for balances b after it, reserves r before it and the fee that was stated before it, f of W parts; Uniswap V2 whitepaper section
 * 3.2.1, equation 11. A pair without a stated fee may leave no less than the product of its reserves.
 */
export function productRule({ kind, succeeded, before, after, asked, swap }: PoolStep): Finding | null {
  if (!succeeded || (kind !== "swap" && kind !== "raw-swap")) return null;
  const { kept, whole } = before.fee ?? NO_FEE;
  const out: Amounts = asked ?? {
    base: swap?.side === "buy" ? before.pair.base - after.pair.base : 0n,
    quote: swap?.side === "sell" ? before.pair.quote - after.pair.quote : 0n,
  };
  const paid = { base: paidIn("base"), quote: paidIn("quote") };
  const left = (token: keyof Amounts): bigint => after.pair[token] * whole - paid[token] * (whole - kept);
  if (left("base") * left("quote") >= before.reserves.base * before.reserves.quote * whole * whole) return null;
  const token = out.base > 0n ? "base" : "quote";
  const allowed = largestOutput(before.reserves, paid, token, { kept, whole });
  const fee = before.fee === null ? "without a fee" : `at the stated fee of ${Number(whole - kept) / Number(whole)}`;
  return {
    measured: out[token],
    allowed,
    text: `a swap that left ${paid.base} units of base and ${paid.quote} of quote in the pair took ${out[token]} units of ${token}, where ${fee} at most ${allowed} are due`,
  };

  function paidIn(token: keyof Amounts): bigint {
    const remaining = before.reserves[token] - out[token];
    return after.pair[token] > remaining ? after.pair[token] - remaining : 0n;
  }
}
