import type { PoolState, Side } from "../core/words.ts";
import { feeOf } from "./swap-fee.ts";
import { amountOut, reservesFor } from "./uniswap-v2.ts";

/** An exact-input swap that waits in the mempool, in the tokens' smallest units. */
export interface Victim {
  readonly amountIn: bigint;
  /** Below it the swap is reverted. */
  readonly minAmountOut: bigint;
}

/** A front-run, the victims' swaps and a back-run that sells what the front-run bought, in smallest units. */
export interface Sandwich {
  readonly frontIn: bigint;
  readonly frontOut: bigint;
  readonly backOut: bigint;
  /** `backOut` − `frontIn`, in the token that the front-run pays, before gas. */
  readonly profit: bigint;
  readonly victimOuts: readonly bigint[];
}

/**
 * What a front-run of this size comes to (Zhou, Qin, Torres, Le, Gervais 2021, High-Frequency Trading on Decentralized On-Chain Exchanges):
 * every swap in the pair's own integers, output floored. Null where the front-run or a victim gets nothing, or a victim less than its minimum.
 * That reserves are 112 bits wide is for the caller to see to.
 *
 * @param side of the front-run and of all victims; the back-run is the other one
 * @param frontIn positive
 * @param victims in the order in which they are executed, each `amountIn` positive
 */
export function sandwich(pool: PoolState, side: Side, frontIn: bigint, victims: readonly Victim[]): Sandwich | null {
  const fee = feeOf(pool);
  let { reserveIn, reserveOut } = reservesFor(pool, side);
  const frontOut = amountOut(frontIn, reserveIn, reserveOut, fee);
  if (frontOut === 0n) return null;
  reserveIn += frontIn;
  reserveOut -= frontOut;
  const victimOuts: bigint[] = [];
  for (const { amountIn, minAmountOut } of victims) {
    const out = amountOut(amountIn, reserveIn, reserveOut, fee);
    if (out === 0n || out < minAmountOut) return null;
    victimOuts.push(out);
    reserveIn += amountIn;
    reserveOut -= out;
  }
  const backOut = amountOut(frontOut, reserveOut, reserveIn, fee);
  return { frontIn, frontOut, backOut, profit: backOut - frontIn, victimOuts };
}
