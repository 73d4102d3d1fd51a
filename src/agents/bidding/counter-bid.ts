import { effectivePrice } from "../../core/effective-price.ts";
import { replacementFee } from "../../core/replacement-fee.ts";
import type { Bid } from "../../core/words.ts";

/** A priority gas auction as one of its bidders sees it: who pays more a unit of gas comes first and takes all, who comes later reverts. */
export interface GasAuction {
  /** What it offers already, or null where it has no transaction pending. */
  readonly own: Pick<Bid, "maxFeePerGas" | "maxPriorityFeePerGas"> | null;
  /** What the best rival for the same opportunity pays for a unit of gas, base fee included, wei. */
  readonly rival: bigint;
  /** What the opportunity is worth before gas, wei. */
  readonly value: bigint;
  /** Used where it comes first. */
  readonly gas: number;
  /** Used where it reverts. */
  readonly revertGas: number;
  /** Wei a unit of gas that is burned; 0 before EIP-1559. */
  readonly baseFee: bigint;
}

/**
 * The least bid that outbids the rival and replaces the own one, or null where it is no better than standing still: because the own one
 * outbids the rival already, or because the opportunity does not pay for it. At one price the rival counts as first.
 *
 * Whoever is outbid still pays for reverting, so a price p is worth offering against an own price q as long as
 * value − gas·p > −revertGas·q. What is sunk makes it rational to go on beyond the value, but never to gas·p ≥ value + revertGas·q; since
 * p > q, never to p ≥ value / (gas − revertGas); and where a replacement raises the price by 10 %, as before EIP-1559, never to
 * p ≥ value / (gas − revertGas / 1.1). Prices are those at this base fee; an own bid below it cannot be included, so nothing is sunk.
 *
 * Source: Daian et al. 2020, Flash Boys 2.0 (IEEE S&P), on priority gas auctions; Geth's price bump of 10 %, of both fees, rounded up.
 *
 * @returns where the base fee is 0 and both own fees are equal, both fees are the price
 */
export function counterBid({ own, rival, value, gas, revertGas, baseFee }: GasAuction): Bid | null {
  const sunkPrice = own === null || own.maxFeePerGas < baseFee ? 0n : effectivePrice(own, baseFee);
  if (own !== null && own.maxFeePerGas >= baseFee && sunkPrice > rival) return null;
  const price = larger(rival + 1n, baseFee);
  const maxPriorityFeePerGas = larger(price - baseFee, own === null ? 0n : replacementFee(own.maxPriorityFeePerGas));
  const cap = larger(price, own === null ? 0n : replacementFee(own.maxFeePerGas));
  const maxFeePerGas = larger(cap, maxPriorityFeePerGas);
  const expected = effectivePrice({ maxFeePerGas, maxPriorityFeePerGas }, baseFee);
  return BigInt(gas) * expected < value + BigInt(revertGas) * sunkPrice ? { maxFeePerGas, maxPriorityFeePerGas, expected } : null;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
