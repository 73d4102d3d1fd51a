import type { Outcome } from "./words.ts";

/**
 * True when none was reverted but those that may be.
 *
 * @param mayRevert ids of transactions
 */
export function isWhole(outcomes: readonly Outcome[], mayRevert: readonly number[]): boolean {
  return outcomes.every(({ success, tx }) => success || mayRevert.includes(tx.id));
}
