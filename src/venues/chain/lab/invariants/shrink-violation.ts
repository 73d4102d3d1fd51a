import { CrashError } from "../../../../core/errors.ts";
import type { PoolLab } from "../pool-lab.ts";
import type { PoolOperation } from "./pool-operation.ts";
import type { PoolReplay } from "./pool-replay.ts";
import { type PoolTerms, runOperations } from "./run-operations.ts";
import { shrinkOperations } from "./shrink-operations.ts";
import type { Violation } from "./violation.ts";

/** A violation by the fewest operations that were found to bring it about. */
export interface ShrunkViolation extends Violation {
  readonly replay: PoolReplay;
}

/** The same violation of the same rule, by as few of these operations as possible. */
export async function shrinkViolation(
  lab: PoolLab,
  terms: PoolTerms,
  operations: readonly PoolOperation[],
  { rule, operation }: Pick<Violation, "rule" | "operation">,
): Promise<ShrunkViolation> {
  const run = (some: readonly PoolOperation[]): Promise<readonly Violation[]> =>
    runOperations(lab, terms, some, [rule], (found) => found.length > 0);
  // An operation that shares its block is not judged before the block is full.
  const enough = operations.slice(0, operation + 1);
  const start = (await run(enough)).length > 0 ? enough : operations;
  const fewest = await shrinkOperations(start, async (some) => (await run(some)).length > 0);
  const [violation] = await run(fewest);
  if (violation === undefined) throw new CrashError("POOL_SHRINK", `what broke the rule ${rule} does so no more`);
  return { ...violation, replay: { rule, terms, operations: fewest } };
}
