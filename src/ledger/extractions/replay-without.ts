import { feeOf } from "../../amm/swap-fee.ts";
import { type Amounts, amountOut, reservesFor } from "../../amm/uniswap-v2.ts";
import type { PoolState, Side } from "../../core/words.ts";
import type { PoolSwap } from "./pool-swaps.ts";

export interface Replay {
  /** The swaps that are left, in their order, and what each would have received less what it did receive. */
  readonly rest: readonly (PoolSwap & { readonly lost: bigint })[];
  /** What swaps changed the pool's reserves by, less what they would have changed them by. */
  readonly poolGain: Amounts;
}

/**
 * What would have happened on a pool without some of its swaps: the others in their order with the same inputs, in the pair's own integers from
 * the reserves before the first. In each token what the missing swaps left their sender with, and `poolGain`, sum to what the rest lost: to the
 * smallest unit, since the same inputs were paid in both worlds and the rest of each token is somebody's.
 *
 * The rest act as they did. A swap that asked for an exact output is held to its input, one that a slippage limit would have stopped is not, and
 * an output of nothing, which the pair would refuse, counts as nothing received. `lost` is negative for who traded the other way; for who traded
 * the same way only after trades of hundreds of times the reserves, whose fees make the pool so much deeper that the later trader gains.
 *
 * Liquidity that was added or removed between is carried over as the same share of the pool: exact for a withdrawal, and for a deposit the
 * one that mints as many tokens. Reserves change by nothing else.
 *
 * @param window successful swaps on one pool, consecutive
 * @param missing some of them
 */
export function replayWithout(window: readonly PoolSwap[], missing: readonly PoolSwap[]): Replay {
  const gone = new Set(missing);
  const rest: (PoolSwap & { lost: bigint })[] = [];
  let [base, quote] = [0n, 0n];
  let pool = window[0]!.swap.before;
  let real = pool;
  for (const each of window) {
    const { side, amountIn, amountOut: received, before, after } = each.swap;
    base += after.base - before.base;
    quote += after.quote - before.quote;
    pool = withLiquidity(pool, real.supply, before.supply);
    real = after;
    if (gone.has(each)) continue;
    const next = swapped(pool, side, amountIn);
    rest.push({ ...each, lost: next.amountOut - received });
    base -= next.pool.base - pool.base;
    quote -= next.pool.quote - pool.quote;
    pool = next.pool;
  }
  return { rest, poolGain: { base, quote } };
}

function swapped(pool: PoolState, side: Side, amountIn: bigint): { readonly pool: PoolState; readonly amountOut: bigint } {
  const { reserveIn, reserveOut } = reservesFor(pool, side);
  const out = amountOut(amountIn, reserveIn, reserveOut, feeOf(pool));
  const [base, quote] = side === "sell" ? [amountIn, -out] : [-out, amountIn];
  return { pool: { ...pool, base: pool.base + base, quote: pool.quote + quote }, amountOut: out };
}

/** Reserves in proportion to the supply, rounded up as a withdrawal leaves them. */
function withLiquidity(pool: PoolState, from: bigint, to: bigint): PoolState {
  if (from === to) return pool;
  const share = (reserve: bigint): bigint => (reserve * to + from - 1n) / from;
  return { ...pool, base: share(pool.base), quote: share(pool.quote), supply: to };
}
