import type { MarkoutReport, Swaps } from "../../core/result.ts";
import { feeShare, publishedFee } from "../../amm/swap-fee.ts";

/** The pool's gains on swaps, at the reference price of each swap's block, by who sent them and what they did to the price. */
export function markoutReports(swaps: Swaps, feeShareOfAll: number = feeShare(publishedFee)): readonly MarkoutReport[] {
  const rows = new Map<string, { sender: string; effect: string; swaps: number; volume: number; fees: number; poolMarkout: number }>();
  for (let i = 0; i < swaps.block.length; i += 1) {
    const sender = swaps.sender[i] ?? "";
    const effect = swaps.effect[i] ?? "";
    const row = rows.get(`${sender}/${effect}`) ?? { sender, effect, swaps: 0, volume: 0, fees: 0, poolMarkout: 0 };
    const fee = swaps.fee[i] ?? 0;
    row.swaps += 1;
    row.volume += fee / feeShareOfAll;
    row.fees += fee;
    row.poolMarkout += swaps.poolMarkout[i] ?? 0;
    rows.set(`${sender}/${effect}`, row);
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
