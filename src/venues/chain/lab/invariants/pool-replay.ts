import type { PoolOperation } from "./pool-operation.ts";
import type { PoolRule } from "./pool-rule.ts";
import type { PoolTerms } from "./run-operations.ts";

/** The fewest operations found that break a rule, as plain data that survives JSON. They mean the same on a pool in the same state, such as a fresh one. */
export interface PoolReplay {
  readonly rule: PoolRule;
  readonly terms: PoolTerms;
  readonly operations: readonly PoolOperation[];
}
