import type { PoolRule } from "./pool-rule.ts";

/** A rule that a pool broke. */
export interface Violation {
  readonly rule: PoolRule;
  /** Place of the operation that broke it in its sequence, from 0. */
  readonly operation: number;
  /** Block of the sequence, from 1. */
  readonly block: number;
  /** What was found and what would have been right: whole numbers, in the units that the text names. */
  readonly measured: string;
  readonly allowed: string;
  readonly text: string;
}
