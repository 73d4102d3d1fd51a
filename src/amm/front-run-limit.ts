import type { PoolState, Side, SwapFee } from "../core/words.ts";
import type { Victim } from "./sandwich.ts";
import { feeOf } from "./swap-fee.ts";
import { amountOut, reservesFor } from "./uniswap-v2.ts";

/**
 * The front-run above which some victim surely gets less than its minimum; null where one fails without any front-run.
 *
 * A larger front-run leaves less of the bought token in the pool, so a victim gets less. That is exact for the first victim; before the i-th one
 * (from 0) i floors of earlier victims may have left up to i units more than at a smaller front-run, so that minimum is called missed only where
 * i units more in the pool would not save it. The true limit is the same or some i steps of the output below. Both hold as long as the victims
 * together pay less than the reserve over the fee, 333 times the reserve at 0.3 %.
 *
 * @param most the largest front-run that is asked for, positive
 * @returns from 0 up to `most`
 */
export function frontRunLimit(pool: PoolState, side: Side, victims: readonly Victim[], most: bigint): bigint | null {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  const fee = feeOf(pool);
  if (misses(reserveIn, reserveOut, victims, fee, 0n)) return null;
  const missesAt = (frontIn: bigint): boolean => {
    const frontOut = amountOut(frontIn, reserveIn, reserveOut, fee);
    return misses(reserveIn + frontIn, reserveOut - frontOut, victims, fee, 1n);
  };
  if (!missesAt(most)) return most;
  let [low, high] = [0n, most];
  const guess = guessLimit(pool, side, victims, most);
  // An error of the guess costs time alone: what lies outside of these two is still searched.
  for (const probe of [guess - (reserveIn >> 46n) - 1n, guess + (reserveIn >> 46n) + 1n]) {
    if (probe <= low || probe >= high) continue;
    if (missesAt(probe)) high = probe;
    else low = probe;
  }
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (missesAt(middle)) high = middle;
    else low = middle;
  }
  return low;
}

/** Whether a victim gets less than its minimum, or nothing, even if `spare` units for every earlier victim were still in the pool. */
function misses(reserveIn: bigint, reserveOut: bigint, victims: readonly Victim[], fee: SwapFee, spare: bigint): boolean {
  let spared = 0n;
  for (const { amountIn, minAmountOut } of victims) {
    const out = amountOut(amountIn, reserveIn, reserveOut, fee);
    const most = spared === 0n ? out : amountOut(amountIn, reserveIn, reserveOut + spared, fee);
    if (most === 0n || most < minAmountOut) return true;
    reserveIn += amountIn;
    reserveOut -= out;
    spared += spare;
  }
  return false;
}

/** The same limit in doubles, without floors. */
function guessLimit(pool: PoolState, side: Side, victims: readonly Victim[], most: bigint): bigint {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  const { kept, whole } = feeOf(pool);
  const phi = Number(kept) / Number(whole);
  const swaps = victims.map(({ amountIn, minAmountOut }) => [Number(amountIn), Number(minAmountOut)] as const);
  const missesAt = (frontIn: number): boolean => {
    let x = Number(reserveIn) + frontIn;
    let y = Number(reserveOut) / (1 + (phi * frontIn) / Number(reserveIn));
    for (const [amountIn, minAmountOut] of swaps) {
      const out = (phi * amountIn * y) / (x + phi * amountIn);
      if (out < minAmountOut) return true;
      x += amountIn;
      y -= out;
    }
    return false;
  };
  let [low, high] = [0, Number(most)];
  while (high - low > Math.max(0.5, high * Number.EPSILON)) {
    const middle = (low + high) / 2;
    if (missesAt(middle)) high = middle;
    else low = middle;
  }
  return BigInt(Math.floor(low));
}
