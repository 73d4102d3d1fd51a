import type { ComparedScenario, ComparisonFinding } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { fine } from "./fine.ts";
import { ofEach } from "./of-each.ts";
import { say } from "./say.ts";

/** Closer than this is alike: the third order of large steps is of that size. */
const ALIKE = 0.02;

/** Does the pool's rebalancing lose what a desk's hedging loses, gamma for gamma? */
export function lossPerGamma(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  const measures = ofEach(scenarios, "pairs.lpOverTwinPerGamma", ({ pairs }) => pairs.lpOverTwinPerGamma);
  return [
    say({
      id: "loss-per-gamma",
      topic: "loss",
      subject: "loss per unit of dollar gamma",
      measures,
      above: "For the same dollar gamma the LP lost more than the option twin",
      below: "For the same dollar gamma the LP lost less than the option twin",
      none: `For the same dollar gamma the LP lost what the option twin lost, within ${percent(ALIKE)}`,
      whether: "the LP lost more than the option twin for the same dollar gamma",
      format: fine,
      of: "the difference is",
      more: `Over the sum of dollar gamma times squared return, where theory says one half, ${scenarios.map(costs).join("; ")}.`,
      nothing: ALIKE,
    }),
  ];
}

function costs({ short, books }: ComparedScenario): string {
  // A chosen desk may be long, or short at one price and long at another, for which theory does not say one half.
  const each = books.flatMap(({ book, title: name, costPerGamma }) =>
    costPerGamma === null || book === "desk"
      ? []
      : [`${name} ${costPerGamma.value <= 0 ? "lost" : "gained"} ${Math.abs(costPerGamma.value).toFixed(4)}`],
  );
  return `in ${short} ${each.join(", ")}`;
}
