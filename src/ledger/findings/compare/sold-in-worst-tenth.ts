import type { ComparedScenario, ComparisonFinding } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { ofEach } from "./of-each.ts";
import { say } from "./say.ts";

/** Who sold in the worst tenth of blocks? */
export function soldInWorstTenth(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(scenarios, "pairs.hedgeLessPoolInWorstTenth", ({ pairs }) => pairs.hedgeLessPoolInWorstTenth);
  if (measures.length === 0) return [];
  return [
    say({
      id: "sold-in-worst-tenth",
      topic: "flow",
      subject: "sales in the worst tenth of blocks",
      measures,
      above: "The hedge of the LP did more of its selling in the worst tenth of blocks than the pool did",
      below: "The hedge of the LP did less of its selling in the worst tenth of blocks than the pool did",
      whether: "the hedge of the LP did more of its selling in the worst tenth of blocks than the pool did",
      format: percent,
      of: "hedge less pool, as a share of what each sold,",
      more: `Sold there, of all that each sold: ${scenarios.map(shares).join("; ")}.`,
    }),
  ];
}

function shares({ short, flow }: ComparedScenario): string {
  const each = flow.flatMap(({ title: name, soldInWorstTenth: sold }) => (sold === null ? [] : [`${name} ${percent(sold.value)}`]));
  return `in ${short} ${each.join(", ")}`;
}
