import type { KindRow } from "../../core/mev-result.ts";

const names = ["count", "gross", "toBuilder", "burned", "net", "victims", "victimLoss", "poolGain"] as const;

/** All kinds of extraction together. */
export function kindsSum(kinds: readonly KindRow[]): Readonly<Record<(typeof names)[number], number>> {
  const none = { count: 0, gross: 0, toBuilder: 0, burned: 0, net: 0, victims: 0, victimLoss: 0, poolGain: 0 };
  return kinds.reduce((sum, row) => {
    for (const name of names) sum[name] += row[name];
    return sum;
  }, none);
}
