import { blockTime } from "./block-time.ts";
import { breakEven } from "./break-even.ts";
import { hedgeInterval } from "./hedge-interval.ts";
import { hedgePolicies } from "./hedge-policies.ts";
import type { Lesson } from "./lesson.ts";

/** Every question, in the order of the page. */
export async function lessons(): Promise<readonly Lesson[]> {
  return [await breakEven(), await blockTime(), await hedgeInterval(), await hedgePolicies()];
}
