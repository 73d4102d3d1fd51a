import type { PoolLab } from "../pool-lab.ts";
import { actOperation } from "./act-operation.ts";
import { judgeOperation } from "./judge-operation.ts";
import { observePool } from "./observe-pool.ts";
import type { PoolOperation } from "./pool-operation.ts";
import type { PoolRule } from "./pool-rule.ts";
import { PoolStage } from "./pool-stage.ts";
import type { OperationRecord } from "./pool-step.ts";
import { type PoolFee, statedFee } from "./stated-fee.ts";
import type { Violation } from "./violation.ts";

/** How a pool is judged; plain data. */
export interface PoolTerms {
  /** What the pool says that a swap costs. */
  readonly fee: PoolFee;
  /** Share of a deposit that a hostile first deposit may cost; 0.001 when absent. Tokens that keep a part of every transfer need more. */
  readonly victimLoss?: number;
  /** Addresses beside pair, router and wallets whose tokens count as not lost, such as where a fork sends a protocol's share. */
  readonly holders?: readonly string[];
}

const SECONDS = 12;
const VICTIM_LOSS = 0.001;

/**
 * Carries out operations on a pool, judges each, and takes everything back.
 *
 * @param rules those that count
 * @param isEnough stops after the block in which it is true; only what was found until then is known
 * @returns for each rule the first time that it was broken, in the order of the operations
 */
export async function runOperations(
  lab: PoolLab,
  { fee, victimLoss = VICTIM_LOSS, holders = [] }: PoolTerms,
  operations: readonly PoolOperation[],
  rules: readonly PoolRule[],
  isEnough: (found: readonly Violation[]) => boolean = () => false,
): Promise<readonly Violation[]> {
  return lab.tentatively(async () => {
    const observe = observePool(lab, statedFee(fee), holders);
    const stage = new PoolStage(lab, observe, await observe("latest"));
    const found: Violation[] = [];
    const judge = (record: OperationRecord): void => {
      for (const violation of judgeOperation(record, victimLoss))
        if (rules.includes(violation.rule) && !found.some(({ rule }) => rule === violation.rule)) found.push(violation);
    };
    let isOpen = false;
    for (const [index, operation] of operations.entries()) {
      const next = operations[index + 1];
      const isLast = next === undefined || next.seconds > 0 || !stage.hasRoom;
      stage.begin(index, operation, isOpen ? 0 : operation.seconds || SECONDS, isLast);
      isOpen = !isLast;
      await actOperation(stage, operation);
      for (const record of await stage.end()) judge(record);
      if (isLast && isEnough(found)) break;
    }
    return found;
  });
}
