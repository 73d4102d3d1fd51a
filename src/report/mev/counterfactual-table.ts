import type { Counterfactual } from "../../core/mev-result.ts";
import { significant } from "../number-format.ts";
import type { MevTable } from "./mev-table.ts";

/** Two runs side by side that differ in one thing, a row a measure. */
export function counterfactualTable({ without, differences }: Counterfactual): MevTable {
  return {
    caption: `With and without ${without}`,
    head: ["measure", "with", "without", "difference", "95 % interval"],
    labels: 1,
    rows: differences.map(({ measure, withIt, withoutIt, difference, interval }) => [
      measure,
      significant(withIt),
      significant(withoutIt),
      significant(difference),
      interval === null ? "–" : `${significant(interval[0])} to ${significant(interval[1])}`,
    ]),
  };
}
