import { refusal } from "../amm/refusal.ts";
import { wrapped } from "../amm/safe-math.ts";
import type { PoolState, PriceE8 } from "../core/words.ts";
import { checkedProduct } from "./checked-product.ts";

/** From a ratio of smallest units: 10^12 for 18 decimals of base against 6 of quote, and 10^8 for the price itself. */
const E8_OF_A_RATIO = 10n ** 20n;

/** Price of the reserves as they are, floor(quote·10^20/base); `SpotOracle.priceE8`. An empty pool is refused. */
export function spotPriceE8({ base, quote }: Pick<PoolState, "base" | "quote">): PriceE8 {
  if (base === 0n) throw refusal("PairPrice_Empty");
  return (quote * E8_OF_A_RATIO) / base;
}

/**
 * Time-weighted average price between two readings of a pair's `basePriceCumulative`, floor(growth·10^20/(elapsed·2^112)); Uniswap V2
 * whitepaper section 2.2.
 *
 * @param before the earlier reading
 * @param after the later one; the difference counts modulo 2^256
 * @param elapsed seconds between them, at least 1 and less than 2^32
 */
export function averagePriceE8(before: bigint, after: bigint, elapsed: number): PriceE8 {
  return checkedProduct(wrapped(after - before), E8_OF_A_RATIO) / (BigInt(elapsed) << 112n);
}
