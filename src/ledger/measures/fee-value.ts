import { feeDenominator, feeNumerator } from "../../amm/uniswap-v2.ts";
import { baseNumber, quoteNumber } from "../../core/units.ts";
import type { Side } from "../../core/words.ts";

const FEE = Number(feeNumerator) / Number(feeDenominator);

/** What a swap pays the pool as fee, 0.3 % of its input, in quote at a price; the pool keeps it in its reserves. */
export function feeValue(swap: { readonly side: Side; readonly amountIn: bigint }, price: number): number {
  return FEE * volumeValue(swap, price);
}

/** What a swap pays in, in quote at a price. */
function volumeValue(swap: { readonly side: Side; readonly amountIn: bigint }, price: number): number {
  return swap.side === "sell" ? baseNumber(swap.amountIn) * price : quoteNumber(swap.amountIn);
}
