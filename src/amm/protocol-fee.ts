import { isqrt } from "./integer-square-root.ts";
import type { PoolState } from "../core/words.ts";
import { add, div, mul, sub } from "./safe-math.ts";

/**
 * Liquidity that the protocol mints itself before a mint or burn, a sixth of the growth of √k since the last one:
 * floor(supply·(√k − √kLast) / (5·√k + √kLast)), both roots floors; `UniswapV2Pair._mintFee`, whitepaper section 2.4 (equation 6).
 *
 * @param kLast product of the reserves after the last mint or burn with the fee on; 0 when there was none
 */
export function protocolLiquidity(reserves: PoolState, kLast: bigint): bigint {
  if (kLast === 0n) return 0n;
  const root = isqrt(reserves.base * reserves.quote);
  const rootLast = isqrt(kLast);
  if (root <= rootLast) return 0n;
  return div(mul(reserves.supply, sub(root, rootLast)), add(mul(root, 5n), rootLast));
}
