import { checkSeed } from "../../../../core/check-seed.ts";
import { InputError } from "../../../../core/errors.ts";
import type { PoolLab } from "../pool-lab.ts";
import { drawOperations } from "./draw-operations.ts";
import { POOL_RULES, type PoolRule } from "./pool-rule.ts";
import { type PoolTerms, runOperations } from "./run-operations.ts";
import { type ShrunkViolation, shrinkViolation } from "./shrink-violation.ts";

/** A random sequence of operations on a pool. */
export interface PoolCheck extends PoolTerms {
  /** From 1 to 1000. */
  readonly operations: number;
  readonly seed: number;
  /** All when absent. */
  readonly rules?: readonly PoolRule[];
  /** How many rules are looked into once they are broken; all when absent. */
  readonly most?: number;
}

const LONGEST = 1_000;

/**
 * Does random things to a pool, legal and hostile, judges what each did, and takes everything back. The same pool in the same state and the same seed give the same answer.
 *
 * @returns the rules that were broken, in the order in which they were, each with the fewest operations found that break it; nothing for a sound pool
 * @throws InputError `SEED_INVALID`, `POOL_OPERATIONS`, `POOL_FEE` and `POOL_REFUSES`
 */
export async function checkPool(
  lab: PoolLab,
  { operations: count, seed, rules = POOL_RULES, most = POOL_RULES.length, ...terms }: PoolCheck,
): Promise<readonly ShrunkViolation[]> {
  const operations = drawOperations(checkSeed(seed), checkedCount(count));
  const found = await runOperations(lab, terms, operations, rules, (some) => some.length >= most);
  const shrunk: ShrunkViolation[] = [];
  for (const violation of found.slice(0, most)) shrunk.push(await shrinkViolation(lab, terms, operations, violation));
  return shrunk;
}

function checkedCount(operations: number): number {
  if (Number.isSafeInteger(operations) && operations >= 1 && operations <= LONGEST) return operations;
  throw new InputError("POOL_OPERATIONS", "that is no number of operations", { value: String(operations), allowed: `1 to ${LONGEST}` });
}
