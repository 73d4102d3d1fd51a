import { refusal } from "../../amm/refusal.ts";
import { feeOf } from "../../amm/swap-fee.ts";
import { largestReserve, reservesFor } from "../../amm/uniswap-v2.ts";
import type { AccountId, Side } from "../../core/words.ts";
import { panic } from "./panic.ts";
import type { TwinPool } from "./twin-pool.ts";

const largestWord = 2n ** 256n - 1n;

/** `ArbitrageExecutor.swap`: an exact amount of its own stock, or nothing when the pair would pay less than the owner needs. */
export function arbitrage(pool: TwinPool, executor: AccountId, side: Side, amountIn: bigint, minAmountOut: bigint): void {
  const { reserveIn, reserveOut } = reservesFor(pool.pair, side);
  const { kept, whole } = feeOf(pool.pair);
  const withFee = amountIn * kept;
  const divisor = reserveIn * whole + withFee;
  if (amountIn > largestReserve && (withFee * reserveOut > largestWord || divisor > largestWord)) throw refusal(panic(0x11));
  if (divisor === 0n) throw refusal(panic(0x12));
  const out = (withFee * reserveOut) / divisor;
  if (out < minAmountOut) throw refusal("ArbitrageExecutor_BelowMinimumProfit");
  pool.transfer(side === "sell" ? "base" : "quote", executor, "pair", amountIn);
  pool.swap(side === "sell" ? { base: 0n, quote: out } : { base: out, quote: 0n }, executor);
}
