import type { CrashResult, Swaps } from "../../../core/result.ts";

/** Whose markouts a result adds up as those of arbitrage; all others trade for reasons of their own. */
const ARBITRAGE: ReadonlySet<string> = new Set(["arbitrageur", "cross-pool-arbitrageur", "back-runner", "sandwicher"]);

/**
 * What arbitrage has taken out of the pool after each block from block 0, over what others have traded there: the sum of −(the pool's gain, fees included, at
 * the reference price of each block) over the sum of volumes. NaN before anybody else has traded.
 */
export function leaks({ series, swaps, pool }: Pick<CrashResult, "series" | "swaps" | "pool">): readonly number[] {
  const volumes = volumesOf(swaps, pool.fees / pool.volume);
  let volume = 0;
  return series.block.map((block, i) => {
    volume += volumes.get(block) ?? 0;
    return volume === 0 ? NaN : -(series.cumulativeArbitrageMarkout[i] ?? NaN) / volume;
  });
}

/** What others than arbitrage traded, by block, in quote. */
function volumesOf({ block, sender, fee }: Swaps, feeShare: number): ReadonlyMap<number, number> {
  const volumes = new Map<number, number>();
  block.forEach((each, i) => {
    if (ARBITRAGE.has(sender[i] ?? "")) return;
    volumes.set(each, (volumes.get(each) ?? 0) + (fee[i] ?? 0) / feeShare);
  });
  return volumes;
}
