import type { MevResult } from "../../core/mev-result.ts";
import { percent } from "../number-format.ts";
import { unitText } from "../unit-text.ts";

const money = (value: number): string => unitText(Math.abs(value), "money");

/** What extraction meant to liquidity providers, in two sentences: sandwiches, and arbitrage. */
export function liquidityLines({
  liquidity,
  kinds,
}: Pick<MevResult, "liquidity" | "kinds">): readonly [sandwiches: string, arbitrage: string] {
  const { sandwichFees, fromSandwiches, fromArbitrage, shareToBuilder } = liquidity;
  const sandwiches = kinds.find(({ kind }) => kind === "sandwich")?.count ?? 0;
  const change = (value: number): string => (value === 0 ? "what they had" : `${money(value)} ${value > 0 ? "more" : "less"}`);
  const builder =
    shareToBuilder === null
      ? "."
      : `; of what the extractors took by that, ${percent(shareToBuilder, 1)} went to the builder, who sold the place in the block.`;
  return [
    sandwiches === 0
      ? "There were no sandwiches."
      : `Sandwiches left liquidity providers with ${change(fromSandwiches)}: the sandwiches' own swaps paid ${money(sandwichFees)} in fees.`,
    fromArbitrage === 0 && shareToBuilder === null
      ? "There was no arbitrage and no back-run."
      : `Arbitrage and back-runs left them with ${change(fromArbitrage)} at the reference prices of the blocks${builder}`,
  ];
}
