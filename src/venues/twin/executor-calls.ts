import { refusal } from "../../amm/refusal.ts";
import { feeOf } from "../../amm/swap-fee.ts";
import { largestReserve, reservesFor } from "../../amm/uniswap-v2.ts";
import type { AccountId, Side } from "../../core/words.ts";
import type { TwinPool } from "./twin-pool.ts";

const largestWord = 2n ** 256n - 1n;
const panic = (code: bigint): string => `0x4e487b71${code.toString(16).padStart(64, "0")}`;
/** What Solidity 0.8 reverts with, undecoded: an overflow, and a division by zero. */
const OVERFLOW = panic(0x11n);
const BY_ZERO = panic(0x12n);

/** `ArbitrageExecutor.swap`: an exact amount of its own stock, or nothing when the pair would pay less than the owner needs. */
export function arbitrage(pool: TwinPool, executor: AccountId, side: Side, amountIn: bigint, minAmountOut: bigint): void {
  const { reserveIn, reserveOut } = reservesFor(pool.pair, side);
  const { kept, whole } = feeOf(pool.pair);
  const withFee = amountIn * kept;
  const divisor = reserveIn * whole + withFee;
  if (amountIn > largestReserve && (withFee * reserveOut > largestWord || divisor > largestWord)) throw refusal(OVERFLOW);
  if (divisor === 0n) throw refusal(BY_ZERO);
  const out = (withFee * reserveOut) / divisor;
  if (out < minAmountOut) throw refusal("ArbitrageExecutor_BelowMinimumProfit");
  pool.transfer(side === "sell" ? "base" : "quote", executor, "pair", amountIn);
  pool.swap(side === "sell" ? { base: 0n, quote: out } : { base: out, quote: 0n }, executor);
}
