import type { MevResult } from "../../core/mev-result.ts";
import { decimal, percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";
import { kindsSum } from "./kinds-sum.ts";

/** What was taken over the run, who paid for it and how much of it the builder got, in a sentence or two. */
export function extractionLine({ kinds, blocks }: Pick<MevResult, "kinds" | "blocks">): string {
  const { count, gross, toBuilder, victimLoss, poolGain } = kindsSum(kinds);
  const money = (value: number): string => unitText(Math.abs(value), "money");
  if (count === 0) return `Nothing was extracted in ${decimal(blocks.block.length)} blocks.`;
  const builder = gross > 0 ? `; the builder got ${percent(toBuilder / gross, 1)} of it` : "";
  const liquidity = `liquidity providers ${poolGain < 0 ? "lost" : "gained"} ${money(poolGain)}`;
  const victims = victimLoss === 0 ? "no swap was sandwiched" : `victims of sandwiches lost ${money(victimLoss)}`;
  const payers = -poolGain >= victimLoss ? [liquidity, victims] : [victims, liquidity];
  const taken = `${decimal(count)} ${count === 1 ? "extraction" : "extractions"} ${gross < 0 ? "lost" : "took"} ${money(gross)}`;
  return `${taken}${builder}. By that ${payers.join(", and ")}.`;
}
