import type { ResourceLimits } from "node:worker_threads";
import { expectedBlocks } from "../plan/expected-blocks.ts";
import type { SweepPlan } from "../plan/plan.ts";

/** Megabytes for what is short-lived, and for what stays, before a plan's own. */
const YOUNG = 4;
const OLD = 64;
/** Megabytes a block of the longest path, many times what its time and price take, and a recorded price. */
const A_BLOCK = 0.0002;
const A_PRICE = 0.002;

/**
 * Memory of a thread. A kernel's step makes no garbage; what encoding a part makes is collected early under these limits, before tens of megabytes have piled
 * up in each thread. The engine makes much, and takes what it likes.
 */
export function threadLimits({ engine, source, cells }: SweepPlan): ResourceLimits {
  if (engine !== "kernel") return {};
  const blocks = Math.max(...cells.map(({ settings }) => expectedBlocks(source, settings)));
  const { market } = source;
  const recorded = recordedPrices(market);
  return { maxYoungGenerationSizeMb: YOUNG, maxOldGenerationSizeMb: Math.ceil(OLD + A_BLOCK * blocks + A_PRICE * recorded) };
}

function recordedPrices(market: SweepPlan["source"]["market"]): number {
  switch (market.kind) {
    case "bars":
      return market.series.bars.length;
    case "sessions":
      return market.sessions.length;
    case "points":
      return market.prices.length;
    case "process":
      return 0;
  }
}
