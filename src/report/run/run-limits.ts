import type { CrashResult } from "../../core/result.ts";

type Settings = CrashResult["settings"];

/** What the model leaves out, and in which runs; always where no more is said. */
const limits: readonly (readonly [words: string, isLeftOut?: (settings: Settings) => boolean])[] = [
  ["Nobody's trades move the reference market: its price is the recorded path.", (settings) => settings["market.permanentImpact"] === 0],
  [
    "Trades move the reference market by a straight line in the log of its price, and of the hedges only one book's are felt.",
    (settings) => settings["market.permanentImpact"] !== 0,
  ],
  [
    "The reference market never halts, and is always there to trade at its price and cost.",
    (settings) => settings["market.circuitBreakers"] !== "on" && settings["market.circuitBreakers"] !== "recorded",
  ],
  [
    "The path inside a recorded bar is drawn at random between its extremes; the table on variance inside the bars says how much hangs on that.",
  ],
  [
    "There is one pool, and nobody routes around it: in the crash itself traders and arbitrageurs had several to choose from.",
    (settings) => settings["pool.sideShare"] === 0,
  ],
  [
    "Blocks are ordered by their bids; private bundles, sandwiches, reorganisations of the chain and failures of nodes do not occur.",
    (settings) => settings["agents.sandwichers"] === 0,
  ],
  ["Traders arrive at random and do not panic: they trade more when volatility is high, but their direction does not follow the price."],
  [
    "Options are sold and marked at one implied volatility: no smile, no term structure and no jump of implied volatility in the crash.",
    (settings) => settings["hedger.volatilityMarks"] !== "recorded" && settings["hedger.volatilitySlope"] === 0,
  ],
  [
    "Options of all strikes are marked at one implied volatility: no smile and no term structure.",
    (settings) => settings["hedger.volatilityMarks"] === "recorded" || Number(settings["hedger.volatilitySlope"]) > 0,
  ],
  [
    "Hedges are never liquidated for want of margin; the margin that they would have needed is shown instead.",
    (settings) => settings["hedger.marginCash"] === 0,
  ],
  ["No interest is paid or earned.", (settings) => settings["market.fundingRate"] === 0],
  ["A single run is a single draw. Intervals say how far blocks of this draw differ, not how another crash would have gone."],
];

/** What the model leaves out of a run of these settings, for the reader of its page. */
export function runLimits(settings: Settings): readonly string[] {
  return limits.filter(([, isLeftOut]) => isLeftOut?.(settings) ?? true).map(([words]) => words);
}
