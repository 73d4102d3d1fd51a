import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.1: short gamma is one thing, selling what falls another. */
export function mirrorImage(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(scenarios, "flow.pool.slope", ({ flow }) => flow.find(({ participant }) => participant === "pool")?.slope);
  if (measures.length === 0) return [];
  return [
    say({
      id: "claim-1-mirror-image",
      topic: "claim",
      subject: "A pool that rebalances sells into the fall, as a delta hedger does",
      measures,
      above: "The pool sold what fell, as a delta hedger does",
      below: "The pool bought what a delta hedger sells",
      whether: "the pool sold what fell, as a delta hedger does,",
      format: (value) => value.toFixed(2).replace("-", "−"),
      of: "per unit of log return, over a quarter of its value, its purchases were",
      claim: { for: ["above"], against: ["below"] },
    }),
  ];
}
