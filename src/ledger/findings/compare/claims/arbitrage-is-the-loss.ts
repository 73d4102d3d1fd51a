import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.5: with traders, arbitrage also takes back what they did to the price. */
export function arbitrageIsTheLoss(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(scenarios, "pairs.arbitrageOverBleed", ({ pairs }) => pairs.arbitrageOverBleed);
  if (measures.length === 0) return [];
  return [
    say({
      id: "claim-5-arbitrage-is-the-loss",
      topic: "claim",
      subject: "What arbitrageurs take is the loss versus rebalancing",
      measures,
      above: "Arbitrageurs took more than the loss versus rebalancing, before the pool's fee",
      below: "Arbitrageurs took less than the loss versus rebalancing, before the pool's fee",
      none: "Arbitrageurs took the loss versus rebalancing, before the pool's fee",
      whether: "arbitrageurs took more than the loss versus rebalancing",
      format: percent,
      of: "the difference, over that loss, is",
      nothing: 0.02,
      claim: { for: ["none"], against: ["above", "below", "mixed"] },
    }),
  ];
}
