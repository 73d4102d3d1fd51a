import { IdentityError } from "../../core/errors.ts";
import { valueAt } from "../../core/units.ts";
import type { PoolState, PriceE8, Value } from "../../core/words.ts";

/** What happened to the pool in a block, with prices on both sides of it. */
export interface PoolBlock {
  readonly block: number;
  readonly priceBefore: PriceE8;
  readonly priceAfter: PriceE8;
  /** As the venue reports it before and after the block. */
  readonly before: PoolState;
  readonly after: PoolState;
  /** Base that earned the exposure: the pool's at the start of the block. */
  readonly exposedBase: bigint;
  /** Sum of the pool's gains on swaps, and of mints less burns, valued at `priceAfter`. */
  readonly markouts: Value;
  readonly liquidityMoves: Value;
}

/**
 * Identity 2, exactly: ΔV = x(t−1)·ΔS + Σ markouts at S(t) + mints − burns.
 *
 * @throws IdentityError
 */
export function checkPoolValue(change: PoolBlock): void {
  const before = valueAt(change.before.base, change.before.quote, change.priceBefore);
  const after = valueAt(change.after.base, change.after.quote, change.priceAfter);
  const explained = change.exposedBase * (change.priceAfter - change.priceBefore) + change.markouts + change.liquidityMoves;
  const gap = after - before - explained;
  if (gap !== 0n)
    throw new IdentityError(2, change.block, `the pool's value changed by ${gap}e-26 more than exposure, swaps and liquidity explain`);
}
