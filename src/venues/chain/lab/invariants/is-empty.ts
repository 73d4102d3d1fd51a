import type { PoolObservation } from "./observe-pool.ts";

/** Whether there is nothing to be had from the pool. */
export function isEmpty({ reserves }: PoolObservation): boolean {
  return reserves.base === 0n || reserves.quote === 0n;
}
