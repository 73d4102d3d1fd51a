import { InputError } from "../../../../core/errors.ts";
import { LAB_WALLETS, type PoolLab } from "../pool-lab.ts";
import { OPERATION_KINDS, type PoolOperation } from "./pool-operation.ts";
import type { PoolReplay } from "./pool-replay.ts";
import { POOL_RULES } from "./pool-rule.ts";
import { runOperations } from "./run-operations.ts";
import type { Violation } from "./violation.ts";

const LARGEST = 1_000_000_000;

/**
 * Does once more what broke a rule, and takes it back.
 *
 * @returns how the rule is broken; nothing when it no longer is
 * @throws InputError `POOL_REPLAY` for what is no sequence of operations
 */
export async function replayPool(lab: PoolLab, { rule, terms, operations }: PoolReplay): Promise<readonly Violation[]> {
  if (!POOL_RULES.includes(rule)) throw refused(rule, POOL_RULES.join(", "));
  const wrong = operations.find((operation) => !isOperation(operation));
  if (wrong !== undefined) throw refused(JSON.stringify(wrong), "operations as a check found them");
  return runOperations(lab, terms, operations, [rule]);
}

function isOperation({ kind, who, side, parts, quoteParts, seconds }: PoolOperation): boolean {
  const isNamed = OPERATION_KINDS.includes(kind) && LAB_WALLETS.includes(who) && ["sell", "buy"].includes(side);
  return isNamed && [parts, quoteParts].every((each) => isCount(each, 1)) && isCount(seconds, 0);
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= LARGEST;
}

function refused(value: string, allowed: string): InputError {
  return new InputError("POOL_REPLAY", "that is nothing to do to a pool once more", { value, allowed });
}
