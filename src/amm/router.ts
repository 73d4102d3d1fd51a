import type { PoolState, Side } from "../core/words.ts";
import { refusal } from "./refusal.ts";
import { add, mul } from "./safe-math.ts";
import { feeOf } from "./swap-fee.ts";
import { type Amounts, amountOut, largestReserve, reservesFor } from "./uniswap-v2.ts";

/** What the router decides before it moves anything; v2-periphery `UniswapV2Router02.sol` and `UniswapV2Library.sol`, base the first token. */

/** `ensure(deadline)`: a block later than this is refused. */
export function checkDeadline(deadline: bigint, time: number): void {
  if (deadline < BigInt(time)) throw refusal("UniswapV2Router: EXPIRED");
}

/** What `swapExactTokensForTokens` asks the pair for. */
export function tradeOutput(pool: PoolState, side: Side, amountIn: bigint, minAmountOut: bigint): bigint {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  const fee = feeOf(pool);
  const out = amountOut(amountIn, reserveIn, reserveOut, fee);
  if (amountIn > largestReserve) {
    const withFee = mul(amountIn, fee.kept);
    mul(withFee, reserveOut);
    add(reserveIn * fee.whole, withFee);
  }
  if (out < minAmountOut) throw refusal("UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT");
  return out;
}

/** What `addLiquidity` sends to the pair: as much of both as fits its proportion; into an empty pair all of both. */
export function depositAmounts(pool: PoolState, desired: Amounts, least: Amounts): Amounts {
  if (pool.base === 0n && pool.quote === 0n) return desired;
  const quote = proportional(desired.base, pool.base, pool.quote);
  if (quote <= desired.quote) {
    if (quote < least.quote) throw refusal("UniswapV2Router: INSUFFICIENT_B_AMOUNT");
    return { base: desired.base, quote };
  }
  const base = proportional(desired.quote, pool.quote, pool.base);
  if (base < least.base) throw refusal("UniswapV2Router: INSUFFICIENT_A_AMOUNT");
  return { base, quote: desired.quote };
}

/** `removeLiquidity`'s check of what the pair paid. */
export function checkWithdrawal(paid: Amounts, least: Amounts): void {
  if (paid.base < least.base) throw refusal("UniswapV2Router: INSUFFICIENT_A_AMOUNT");
  if (paid.quote < least.quote) throw refusal("UniswapV2Router: INSUFFICIENT_B_AMOUNT");
}

/** `UniswapV2Library.quote`: floor(amount·other/own). */
function proportional(amount: bigint, own: bigint, other: bigint): bigint {
  if (amount === 0n) throw refusal("UniswapV2Library: INSUFFICIENT_AMOUNT");
  if (own === 0n || other === 0n) throw refusal("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
  return mul(amount, other) / own;
}
