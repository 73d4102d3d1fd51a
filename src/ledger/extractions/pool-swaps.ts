import type { Deed, DeedSwap } from "./deed.ts";

/** A successful swap and the transaction in which it happened. */
export interface PoolSwap {
  readonly deed: Deed;
  readonly swap: DeedSwap;
}

/** The successful swaps of a block by pool, each pool's in the order in which they happened. */
export function poolSwaps(deeds: readonly Deed[]): ReadonlyMap<string, readonly PoolSwap[]> {
  const pools = new Map<string, PoolSwap[]>();
  for (const deed of deeds) {
    if (!deed.success) continue;
    for (const swap of deed.swaps) {
      const swaps = pools.get(swap.pool);
      if (swaps === undefined) pools.set(swap.pool, [{ deed, swap }]);
      else swaps.push({ deed, swap });
    }
  }
  return pools;
}
