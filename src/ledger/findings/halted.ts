import type { Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { dollars } from "./words.ts";

/** How long the reference market stood still, and what moves across that cost; nothing where it never did. */
export function halted({ crash, statement, flow }: Unread): readonly Finding[] {
  if (crash.haltedBlocks === 0) return [];
  const lp = statement.find(({ book }) => book === "hedged-lp");
  const bought = flow.find(({ participant }) => participant === "traders")?.netQuote ?? 0;
  return [
    {
      id: "halted",
      sentence:
        `Circuit breakers stopped the reference market in ${crash.haltedBlocks} of ${crash.blocks} blocks, and the pool went on. Moves that nobody could hedge cost the hedged LP ` +
        `${dollars(-(lp?.lines.gap ?? 0))}; over the whole run other traders net ${bought < 0 ? "sold" : "bought"} base for ${dollars(Math.abs(bought))} at a pool that never halts.`,
      field: "crash.haltedBlocks",
      value: crash.haltedBlocks,
      interval: null,
      basis: "exact",
    },
  ];
}
