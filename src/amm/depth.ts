import { baseNumber, quoteNumber } from "../core/units.ts";
import type { PoolState, Side } from "../core/words.ts";
import { feeOf } from "./swap-fee.ts";

/**
 * What a trade pays, fee and impact together, against the reference price: one less the worth received over the worth paid. Negative where
 * the pool's price is better than the reference. In doubles, output φ·y·D/(x + φ·D) (Adams et al. 2020, section 3.2.1, without the floor).
 *
 * @param quoteValue worth of what is paid in, at the reference price, in quote; positive
 * @param price reference price, quote per base
 * @returns a share, at most 1
 */
export function costOf(state: PoolState, side: Side, quoteValue: number, price: number): number {
  const base = baseNumber(state.base);
  const quote = quoteNumber(state.quote);
  const fee = feeOf(state);
  const kept = Number(fee.kept) / Number(fee.whole);
  if (side === "sell") {
    const paid = (kept * quoteValue) / price;
    return 1 - (quote * paid) / (base + paid) / quoteValue;
  }
  const paid = kept * quoteValue;
  return 1 - ((base * paid) / (quote + paid)) * (price / quoteValue);
}

/**
 * Quote that the pool pays out (`move` below 0) or takes in (above 0) while its own price moves by this share: y·|√(1 + move) − 1|. The fee
 * is left out of it, as is usual for depth; at 2 % it is 1.005 % of the quote reserve on the way down.
 *
 * @param move change of the pool's price as a share, above −1
 * @returns quote, not negative
 */
export function depthTo(state: PoolState, move: number): number {
  return quoteNumber(state.quote) * Math.abs(Math.sqrt(1 + move) - 1);
}
