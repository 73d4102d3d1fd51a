import type { ComparedScenario, ComparisonFinding } from "../../../core/comparison.ts";
import { ofEach } from "./of-each.ts";
import { say } from "./say.ts";

/** Which way did the pool trade, and which way each hedge? */
export function flowOf(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const participants = new Map(scenarios.flatMap(({ flow }) => flow.map(({ participant, title }) => [participant, title] as const)));
  return [...participants].flatMap(([participant, title]) => {
    const measures = ofEach(
      scenarios,
      `flow.${participant}.slope`,
      ({ flow }) => flow.find((each) => each.participant === participant)?.slope,
    );
    if (measures.length === 0) return [];
    return [
      say({
        id: `flow-of-${participant}`,
        topic: "flow",
        subject: title,
        measures,
        above: `The ${title} sold what fell`,
        below: `The ${title} bought what fell`,
        whether: `the ${title} sold what fell`,
        format: (value) => value.toFixed(2).replace("-", "−"),
        of: `per unit of log return over ${horizonsOf(scenarios, participant)} blocks, in quarters of the position's value, its purchases were`,
      }),
    ];
  });
}

function horizonsOf(scenarios: readonly ComparedScenario[], participant: string): string {
  const all = scenarios.flatMap(({ flow }) => flow.find((each) => each.participant === participant)?.horizon ?? []);
  return [...new Set(all)].map((horizon) => horizon.toLocaleString("en-US")).join(" and ");
}
