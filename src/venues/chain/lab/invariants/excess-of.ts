import type { Amounts } from "../../../../amm/uniswap-v2.ts";
import type { PoolObservation } from "./observe-pool.ts";

/** What lies in the pair above its reserves; nothing where it holds less. */
export function excessOf({ pair, reserves }: PoolObservation): Amounts {
  return { base: above(pair.base, reserves.base), quote: above(pair.quote, reserves.quote) };
}

function above(held: bigint, reserve: bigint): bigint {
  return held > reserve ? held - reserve : 0n;
}
