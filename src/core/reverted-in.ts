import type { Outcome } from "./words.ts";

/** Ids of the transactions that were reverted. */
export function revertedIn(outcomes: readonly Outcome[]): readonly number[] {
  return outcomes.flatMap(({ success, tx }) => (success ? [] : [tx.id]));
}
