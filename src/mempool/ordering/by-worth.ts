import type { Tx } from "../../core/words.ts";
import type { Ordering } from "./ordering.ts";

/** Best paid first; of two that pay the same the earlier submitted. */
export function byWorth(worth: Ordering["worth"]): Ordering["rank"] {
  return (txs, { baseFee }) => {
    const paid = new Map(txs.map((tx) => [tx, worth(tx, baseFee)]));
    const of = (tx: Tx): bigint => paid.get(tx) ?? 0n;
    return [...txs].sort((a, b) => (of(a) === of(b) ? a.id - b.id : of(a) > of(b) ? -1 : 1));
  };
}
