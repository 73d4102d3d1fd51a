import type { ProbedPool } from "../../core/probe-result.ts";
import { decimal } from "../number-format.ts";

/** What a probe comes to, in a sentence a pool. */
export function probeLead(pools: readonly ProbedPool[]): string {
  return pools
    .map(({ name, scores, lowest, findings }) => {
      if (lowest === null) return `Nothing could be scored of ${name}.`;
      const weakest = scores.filter(({ score }) => score === lowest.score).map(({ title }) => title);
      const count =
        findings.length === 0
          ? "nothing stands out"
          : findings.length === 1
            ? "one thing stands out"
            : `${findings.length} things stand out`;
      return `${name} is as good as its weakest side, ${weakest.join(" and ")}, with ${decimal(lowest.score, 1)} of 100; ${count}.`;
    })
    .join(" ");
}
