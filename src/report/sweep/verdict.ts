import type { Estimate } from "../../core/sweep-summary.ts";

/** Who is ahead, as far as a sweep can tell. */
export type Verdict = "LP ahead" | "desk ahead" | "no difference shown" | "a single path";

/** What the mean of hedged LP less option twin says: no difference is shown where its interval contains zero, ends included. */
export function verdict({ interval }: Pick<Estimate, "interval">): Verdict {
  if (interval === null) return "a single path";
  if (interval[0] > 0) return "LP ahead";
  return interval[1] < 0 ? "desk ahead" : "no difference shown";
}
