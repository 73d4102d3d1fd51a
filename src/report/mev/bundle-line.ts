import type { MevResult } from "../../core/mev-result.ts";
import { decimal } from "../number-format.ts";
import { wordFor } from "./word-for.ts";

const reasons: Readonly<Record<string, string>> = {
  reverted: "would have been reverted",
  nonce: "held a transaction that was in the block already",
  gas: "found no room",
  price: "paid less than the room was worth",
  "not-taken": "came to a builder who takes none",
};

/** What became of bundles, in a sentence; null where none was offered. */
export function bundleLine({ searchers, bundlesLeftOut }: Pick<MevResult, "searchers" | "bundlesLeftOut">): string | null {
  const offered = searchers.reduce((sum, each) => sum + each.bundlesOffered, 0);
  if (offered === 0) return null;
  const included = searchers.reduce((sum, each) => sum + each.bundlesIncluded, 0);
  const why = Object.entries(bundlesLeftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${decimal(count)} ${wordFor(reasons, reason)}`);
  const rest = why.length === 0 ? "" : `; of the others ${why.join(", ")}`;
  return `Of ${decimal(offered)} bundles that searchers offered, ${decimal(included)} stand in a block${rest}.`;
}
