import type { MevResult } from "../../../src/core/mev-result.ts";
import { makeMev } from "./fixture.ts";

const none = { hits: 0, of: 0, share: null, interval: null };

/** A run without an extraction, a searcher, a trader or a transaction. */
export function nothingExtracted(): MevResult {
  const full = makeMev("black-thursday");
  const empty = <T extends object>(columns: T): T => Object.fromEntries(Object.keys(columns).map((name) => [name, []])) as unknown as T;
  return {
    ...full,
    kinds: full.kinds.map(({ kind }) => ({
      kind,
      count: 0,
      gross: 0,
      toBuilder: 0,
      burned: 0,
      net: 0,
      victims: 0,
      victimLoss: 0,
      poolGain: 0,
    })),
    participants: [],
    searchers: [],
    traders: [],
    confusion: { rows: [], precision: none, recall: none },
    liquidity: { sandwichFees: 0, fromSandwiches: 0, fromArbitrage: 0, shareToBuilder: null },
    gap: { median: 0, p95: 0, max: 0 },
    extractions: empty(full.extractions),
    transactions: empty(full.transactions),
  };
}
