import type { ComparedScenario } from "../../core/comparison.ts";
import { decimal, signedPercent } from "../number-format.ts";
import { estimateText } from "./estimate-text.ts";
import type { EstimateRow } from "./flow-table.ts";

/** Heads of what each scenario says of a system. */
export const systemHeads = ["loop gain", "verdict at one block", "fall deeper by"] as const;

/** What each system does to a fall of each scenario's size. */
export function systemRows(scenarios: readonly ComparedScenario[]): readonly EstimateRow[] {
  return (scenarios[0]?.systems ?? []).map(({ id, title }) => ({
    title,
    cells: scenarios.flatMap(({ systems }) => {
      const own = systems.find((each) => each.id === id);
      return [
        estimateText(own?.gain ?? null, (value) => decimal(value, 3)),
        { value: own?.verdict ?? "–", interval: "" },
        estimateText(own?.deeper ?? null, (value) => signedPercent(value, 1)),
      ];
    }),
  }));
}
