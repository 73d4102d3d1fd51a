import { refusal } from "../../amm/refusal.ts";
import { smallestInput } from "../../amm/smallest-input.ts";
import { feeOf } from "../../amm/swap-fee.ts";
import { amountOut } from "../../amm/uniswap-v2.ts";
import { CrashError } from "../../core/errors.ts";
import type { AccountId, PoolId } from "../../core/words.ts";
import type { TwinPools } from "./genesis.ts";
import { panic } from "./panic.ts";

/** `FlashExecutor.carry`: base out of the cheap pair, to the dear one, and the cheap one repaid out of what it brings; or nothing at all. */
export function flashArbitrage({ main, side }: TwinPools, executor: AccountId, cheap: PoolId, base: bigint, minProfit: bigint): void {
  if (side === null) throw new CrashError("TWIN_ACCOUNT", "the run has no second pool");
  const [lender, buyer] = cheap === "pair" ? [main, side] : [side, main];
  if (base >= lender.pair.base) throw refusal(panic(base === lender.pair.base ? 0x12 : 0x11));
  const repayment = smallestInput(base, lender.pair.quote, lender.pair.base, feeOf(lender.pair));
  const out = base === 0n ? 0n : amountOut(base, buyer.pair.base, buyer.pair.quote, feeOf(buyer.pair));
  if (out < repayment + minProfit) throw refusal("FlashExecutor_BelowMinimumProfit");
  lender.flashSwap({ base, quote: 0n }, executor, () => {
    lender.transfer("base", executor, buyer.account, base);
    buyer.swap({ base: 0n, quote: out }, executor);
    lender.transfer("quote", executor, lender.account, repayment);
  });
}
