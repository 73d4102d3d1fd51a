import type { ComparedScenario, ComparisonFinding } from "../../../../core/comparison.ts";
import { percent } from "../../words.ts";
import { ofEach } from "../of-each.ts";
import { say } from "../say.ts";

/** Theory 0.6, of the seller of volatility that the run has: its straddle. */
export function sellingVolatility(scenarios: readonly ComparedScenario[]): readonly ComparisonFinding[] {
  return [
    say({
      id: "claim-6-selling-volatility",
      topic: "claim",
      subject: "Who is short volatility, as by short VIX futures, has a hedge against a crash",
      measures: ofEach(
        scenarios,
        "books.short-straddle.result",
        ({ books }) => books.find(({ book }) => book === "short-straddle")?.result,
      ),
      above: "The seller of volatility gained in the crash",
      below: "The seller of volatility lost in the crash",
      whether: "the seller of volatility gained in the crash",
      format: percent,
      of: "over the start capital, the short straddle made",
      more: "There are no VIX futures in the run; the straddle stands for them.",
      claim: { for: ["above"], against: ["below"] },
    }),
  ];
}
