import type { SwapFee } from "../core/words.ts";

/**
 * Smallest input that buys at least this output: ceil(reserveIn·out·1000 / ((reserveOut − out)·997)) at the published fee. It is what the
 * pair's check of K asks for (v2-core `UniswapV2Pair.swap`), and the router's `getAmountIn` less its extra unit where the quotient is whole.
 *
 * @param out positive and below `reserveOut`
 */
export function smallestInput(out: bigint, reserveIn: bigint, reserveOut: bigint, { kept, whole }: SwapFee): bigint {
  const divisor = (reserveOut - out) * kept;
  return (reserveIn * out * whole + divisor - 1n) / divisor;
}
