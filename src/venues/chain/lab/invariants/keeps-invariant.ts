import type { PoolLab } from "../pool-lab.ts";
import { checkPool } from "./check-pool.ts";
import { onPool, type PoolSubject } from "./on-pool.ts";
import { POOL_RULES, type PoolRule } from "./pool-rule.ts";
import type { PoolReplay } from "./pool-replay.ts";
import type { PoolTerms } from "./run-operations.ts";
import type { PoolFee } from "./stated-fee.ts";
import type { Violation } from "./violation.ts";

/** How thoroughly a pool is looked at. */
export interface InvariantOptions extends Omit<PoolTerms, "fee"> {
  /** As the pool's binding says it when absent; of a laboratory that is handed over nothing is known. */
  readonly fee?: PoolFee;
  /** Of the first sequence; 1 when absent. */
  readonly seed?: number;
  /** 20 when absent. */
  readonly sequences?: number;
  /** Of each sequence; 25 when absent. */
  readonly operations?: number;
  /** All when absent. */
  readonly rules?: readonly PoolRule[];
}

/** What was found, for whoever asserts. */
export interface PoolVerdict {
  readonly ok: boolean;
  /** A sentence without its full stop. */
  readonly text: string;
  readonly violation: Violation | null;
  /** For `replayPool`; plain data. */
  readonly replay: PoolReplay | null;
}

/**
 * Whether a pool keeps its invariants whatever is done to it: random sequences of operations from an empty pool, or from the state of a laboratory, until a rule is broken.
 *
 * @throws InputError as `checkPool`, and where the pool is none or refuses to be deployed
 */
export async function keepsInvariant(subject: PoolSubject, options: InvariantOptions = {}): Promise<PoolVerdict> {
  const { seed = 1, sequences = 20, operations = 25, rules = POOL_RULES, fee: stated, ...terms } = options;
  return onPool(subject, async (lab: PoolLab, fee: PoolFee): Promise<PoolVerdict> => {
    for (let i = 0; i < sequences; i += 1) {
      const [broken] = await checkPool(lab, { ...terms, fee: stated ?? fee, seed: seed + i, operations, rules, most: 1 });
      if (broken === undefined) continue;
      const { replay, ...violation } = broken;
      const did = replay.operations.map(({ kind }) => kind).join(", ");
      return { ok: false, text: `seed ${seed + i} breaks the rule ${broken.rule} by ${did}: ${violation.text}`, violation, replay };
    }
    const text = `${sequences} sequences of ${operations} operations from seed ${seed} on break none of the rules ${rules.join(", ")}`;
    return { ok: true, text, violation: null, replay: null };
  });
}
