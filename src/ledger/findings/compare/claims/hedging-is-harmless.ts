import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.3 (a): a hedged pool demands nothing. */
export function hedgingIsHarmless(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(
    scenarios,
    "systems.pool-hedged.lessPoolAlone",
    ({ systems }) => systems.find(({ id }) => id === "pool-hedged")?.lessPoolAlone,
  );
  if (measures.length === 0) return [];
  return [
    say({
      id: "claim-3-hedging-is-harmless",
      topic: "claim",
      subject: "Providers who hedge make the pool safer for everybody",
      measures,
      above: "Providers who hedged took away what the pool leans against a fall",
      below: "Providers who hedged made a fall smaller than the pool alone does",
      none: "Providers who hedged changed nothing of a fall",
      whether: "providers who hedged took away what the pool leans against a fall",
      format: percent,
      of: "beyond the pool alone, as a share of the fall without anybody, it was deeper by",
      nothing: 0.005,
      claim: { for: ["below", "none"], against: ["above"] },
    }),
  ];
}
