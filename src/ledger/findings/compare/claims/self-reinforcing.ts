import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.2. */
export function selfReinforcing(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(scenarios, "systems.pool.deeper", ({ systems }) => systems.find(({ id }) => id === "pool")?.deeper);
  if (measures.length === 0) return [];
  return [
    say({
      id: "claim-2-self-reinforcing",
      topic: "claim",
      subject: "x·y = k makes a loop that reinforces a fall",
      measures,
      above: "The pool alone reinforced a fall",
      below: "The pool alone made a fall smaller",
      none: "The pool alone left a fall as it was",
      whether: "the pool alone reinforced a fall",
      format: percent,
      of: "its depth changed by",
      nothing: 0.005,
      claim: { for: ["above"], against: ["below", "none"] },
    }),
  ];
}
