import type { ComparisonFinding, Comparison } from "../../../core/comparison.ts";
import { percent } from "../words.ts";
import { say } from "./say.ts";

/** In which of the two crashes did the hedged position come off worse, its direction hedged away? */
export function whichCrashCostMore({ scenarios, between }: Pick<Comparison, "scenarios" | "between">): readonly ComparisonFinding[] {
  const [first, second] = scenarios.map(({ short }) => short);
  const found = between.find(({ book }) => book === "hedged-lp");
  if (found === undefined || first === undefined || second === undefined) return [];
  return [
    say({
      id: "which-crash-cost-more",
      topic: "loss",
      subject: "hedged LP, crash against crash",
      measures: [{ where: `${first} less ${second}`, field: "between.hedged-lp.less", estimate: found.less }],
      above: `The ${found.title} came off better in ${first} than in ${second}`,
      below: `The ${found.title} came off worse in ${first} than in ${second}`,
      whether: `the ${found.title} came off better in ${first} than in ${second}`,
      format: percent,
      of: "over the start capital,",
    }),
  ];
}
