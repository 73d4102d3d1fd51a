import type { Finding } from "../../core/result.ts";
import type { Unread } from "./unread.ts";
import { dollars } from "./words.ts";

/** How long the reference market stood still, and what moves across that cost; nothing where it never did, unless the halts on record were asked for. */
export function halted({ crash, settings, statement, flow }: Unread): readonly Finding[] {
  const isRecorded = settings["market.circuitBreakers"] === "recorded";
  const told = (sentence: string): readonly Finding[] => [
    { id: "halted", sentence, field: "crash.haltedBlocks", value: crash.haltedBlocks, interval: null, basis: "exact" },
  ];
  if (crash.haltedBlocks === 0)
    return isRecorded ? told("The whole market never stood still in this time, so its recorded halts stopped nothing.") : [];
  const lp = statement.find(({ book }) => book === "hedged-lp");
  const bought = flow.find(({ participant }) => participant === "traders")?.netQuote ?? 0;
  const stopped = isRecorded
    ? "The reference market stood still when its exchange did, in"
    : "Circuit breakers stopped the reference market in";
  return told(
    `${stopped} ${crash.haltedBlocks} of ${crash.blocks} blocks, and the pool went on. Moves that nobody could hedge cost the hedged LP ` +
      `${dollars(-(lp?.lines.gap ?? 0))}; over the whole run other traders net ${bought < 0 ? "sold" : "bought"} base for ${dollars(Math.abs(bought))} at a pool that never halts.`,
  );
}
