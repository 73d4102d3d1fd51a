import type { ComparedScenario, ComparisonFinding } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { ofEach } from "./of-each.ts";
import { say } from "./say.ts";

/** Who was paid better for the same short gamma: by fees, or by theta? */
export function poolOrDesk(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  return [
    say({
      id: "pool-or-desk",
      topic: "loss",
      subject: "hedged LP against option twin",
      measures: ofEach(scenarios, "pairs.hedgedLpLessTwin", ({ pairs }) => pairs.hedgedLpLessTwin),
      above: "Fees paid for the loss better than theta: the hedged LP ended ahead of the option twin",
      below: "Theta paid for the loss better than fees: the hedged LP ended behind the option twin",
      whether: "fees paid for the loss better than theta",
      format: percent,
      of: "hedged LP less option twin, over the start capital,",
    }),
  ];
}
