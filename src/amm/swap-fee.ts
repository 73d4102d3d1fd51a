import type { PoolState, SwapFee } from "../core/words.ts";

/** 997 of 1000 parts are traded; both numbers are in the pair's bytecode. */
export const publishedFee: SwapFee = { kept: 997n, whole: 1000n };

/** The fee of a pool that names none is the published one. */
export function feeOf(pool: Pick<PoolState, "fee">): SwapFee {
  return pool.fee ?? publishedFee;
}

/** The fee as a share of what is paid in, such as 0.003. */
export function feeShare({ kept, whole }: SwapFee): number {
  return Number(whole - kept) / Number(whole);
}

/**
 * A share as a fee in lowest terms, so that 0.003 is the published 997 of 1000 and takes the very same integers through every formula.
 *
 * @param share from 0 to below 1, rounded to parts of 10^6
 */
export function swapFee(share: number): SwapFee {
  const whole = 1_000_000n;
  const kept = whole - BigInt(Math.round(share * 1e6));
  const divisor = greatestCommonDivisor(whole, kept);
  return { kept: kept / divisor, whole: whole / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
