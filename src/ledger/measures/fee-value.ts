import { feeOf, feeShare } from "../../amm/swap-fee.ts";
import { baseNumber, quoteNumber } from "../../core/units.ts";
import type { PoolState, Side } from "../../core/words.ts";

/** A swap by what is paid in, and the pool that it is paid to; one of the published fee where none is named. */
interface Swap {
  readonly side: Side;
  readonly amountIn: bigint;
  readonly before?: Pick<PoolState, "fee">;
  /** Where both tokens were paid in, or one in and out, all that was paid in. */
  readonly paidIn?: { readonly base: bigint; readonly quote: bigint };
}

/** What a swap pays the pool as fee, a share of its input, in quote at a price; the pool keeps it in its reserves. */
export function feeValue(swap: Swap, price: number): number {
  return feeShare(feeOf(swap.before ?? {})) * volumeValue(swap, price);
}

/** What a swap pays in, in quote at a price. */
function volumeValue(swap: Swap, price: number): number {
  if (swap.paidIn !== undefined) return baseNumber(swap.paidIn.base) * price + quoteNumber(swap.paidIn.quote);
  return swap.side === "sell" ? baseNumber(swap.amountIn) * price : quoteNumber(swap.amountIn);
}
