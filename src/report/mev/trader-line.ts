import type { TradersReport } from "../../core/mev-result.ts";
import { decimal, percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";

/** How a sender's trades were executed against what they were quoted, in a sentence. */
export function traderLine({ sender, trades, shortfall, sandwiched, sandwichLoss }: TradersReport): string {
  if (trades === 0) return `No swap of a ${sender} was executed.`;
  const gap = percent(Math.abs(shortfall), 3);
  const executed = /[1-9]/.test(gap) ? `${gap} ${shortfall > 0 ? "less" : "more"} than` : "what";
  const quote = `Swaps of a ${sender} received, weighted by size, ${executed} the pool as last mined would have given when they were sent`;
  if (sandwiched === 0) return `${quote}; none was sandwiched.`;
  return `${quote}; ${decimal(sandwiched)} of ${decimal(trades)} ${sandwiched === 1 ? "was" : "were"} sandwiched, which cost ${unitText(sandwichLoss, "money")}.`;
}
