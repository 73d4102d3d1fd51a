import type { ProbeScore } from "../../core/probe-result.ts";
import { decimal } from "../number-format.ts";

/** A score as it reads: a decimal, and a word where there is none, which is not a number. */
export function scoreText({ score }: Pick<ProbeScore, "score">): string {
  return score === null ? "not applicable" : decimal(score, 1);
}
