import type { SwapFee } from "../core/words.ts";

/** Parts of which an implied fee is counted. */
const WHOLE = 1_000_000_000n;

/**
 * The fee at which a constant product would have paid this output: kept/whole = out·reserveIn/((reserveOut − out)·in), Uniswap V2 whitepaper section 3.2.1
 * solved for it. Nothing is kept back, rather than less than nothing, where a pool pays more than the product allows; what floors the output is in the fee, by less than one unit of it.
 *
 * @returns in parts of 10^9, rounded to the nearer
 */
export function impliedFee(amountIn: bigint, amountOut: bigint, reserveIn: bigint, reserveOut: bigint): SwapFee {
  const divisor = (reserveOut - amountOut) * amountIn;
  if (divisor <= 0n) return { kept: WHOLE, whole: WHOLE };
  const kept = (2n * amountOut * reserveIn * WHOLE + divisor) / (2n * divisor);
  return { kept: kept < WHOLE ? kept : WHOLE, whole: WHOLE };
}
