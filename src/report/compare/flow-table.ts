import type { ComparedScenario } from "../../core/comparison.ts";
import { decimal, percent, signedPercent } from "../number-format.ts";
import { estimateText } from "./estimate-text.ts";
import type { EstimateText } from "./estimate-text.ts";

/** A row of estimates, two or three for each scenario. */
export interface EstimateRow {
  readonly title: string;
  readonly cells: readonly EstimateText[];
}

/** Heads of what each scenario says of a flow. */
export const flowHeads = ["net purchase", "slope", "sold in worst tenth"] as const;

/** Which way each participant traded in each scenario: net purchase, slope, and what was sold in the worst tenth of blocks. */
export function flowRows(scenarios: readonly ComparedScenario[]): readonly EstimateRow[] {
  const titles = new Map(scenarios.flatMap(({ flow }) => flow.map(({ participant, title }) => [participant, title] as const)));
  return [...titles].map(([participant, title]) => ({
    title,
    cells: scenarios.flatMap(({ flow }) => {
      const own = flow.find((each) => each.participant === participant);
      return [
        estimateText(own?.net ?? null, (value) => signedPercent(value, 1)),
        estimateText(own?.slope ?? null, (value) => decimal(value, 2)),
        estimateText(own?.soldInWorstTenth ?? null, (value) => percent(value, 1)),
      ];
    }),
  }));
}
