import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.4: against holding both assets, not against holding the one that falls. */
export function lossesAmplified(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  return [
    say({
      id: "claim-4-losses-amplified",
      topic: "claim",
      subject: "Rebalancing by x·y = k amplifies the loss of who provides liquidity",
      measures: ofEach(scenarios, "pairs.lpLessHold", ({ pairs }) => pairs.lpLessHold),
      above: "The LP ended ahead of who held the same assets and did nothing",
      below: "The LP ended behind who held the same assets and did nothing",
      whether: "the LP ended ahead of who held the same assets and did nothing",
      format: percent,
      of: "LP less hold, over the start capital,",
      more: scenarios.flatMap(againstAsset).join(" "),
      claim: { for: ["below"], against: ["above"] },
    }),
  ];
}

function againstAsset({ short, books, return: asset }: ComparedScenario): readonly string[] {
  const lp = books.find(({ book }) => book === "lp");
  if (lp === undefined) return [];
  const word = lp.result.value > asset.value ? "ahead of" : "behind";
  return [`In ${short} it made ${percent(lp.result.value)}, ${word} the asset alone with ${percent(asset.value)}.`];
}
