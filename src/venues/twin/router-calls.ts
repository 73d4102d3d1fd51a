import { Refusal, refusal } from "../../amm/refusal.ts";
import { checkDeadline, checkWithdrawal, depositAmounts, tradeOutput } from "../../amm/router.ts";
import type { Amounts } from "../../amm/uniswap-v2.ts";
import type { AccountId, Side } from "../../core/words.ts";
import type { TwinPool } from "./twin-pool.ts";

/** Who calls the router, and whether it may move the caller's tokens. */
export interface Caller {
  readonly account: AccountId;
  readonly approved: boolean;
}

/** `swapExactTokensForTokens` over the one pair. */
export function trade(pool: TwinPool, by: Caller, side: Side, amountIn: bigint, minAmountOut: bigint, deadline: bigint): void {
  checkDeadline(deadline, pool.time);
  const out = tradeOutput(pool.pair, side, amountIn, minAmountOut);
  takeFrom(pool, by, side === "sell" ? "base" : "quote", amountIn);
  pool.swap(side === "sell" ? { base: 0n, quote: out } : { base: out, quote: 0n }, by.account);
}

/** `addLiquidity`, base the first token. */
export function addLiquidity(pool: TwinPool, by: Caller, desired: Amounts, least: Amounts, deadline: bigint): void {
  checkDeadline(deadline, pool.time);
  const { base, quote } = depositAmounts(pool.pair, desired, least);
  takeFrom(pool, by, "base", base);
  takeFrom(pool, by, "quote", quote);
  pool.mint(by.account);
}

/** `removeLiquidity`, base the first token. */
export function removeLiquidity(pool: TwinPool, by: Caller, liquidity: bigint, least: Amounts, deadline: bigint): void {
  checkDeadline(deadline, pool.time);
  if (!by.approved && liquidity > 0n) throw refusal("ds-math-sub-underflow");
  pool.transfer("liquidity", by.account, "pair", liquidity);
  checkWithdrawal(pool.burn(by.account), least);
}

/** `TransferHelper.safeTransferFrom`, which hears no reason. */
function takeFrom(pool: TwinPool, { account, approved }: Caller, asset: "base" | "quote", amount: bigint): void {
  try {
    if (!approved && amount > 0n) throw refusal("not approved");
    pool.transfer(asset, account, "pair", amount);
  } catch (error) {
    throw error instanceof Refusal ? refusal("TransferHelper: TRANSFER_FROM_FAILED") : error;
  }
}
