import type { Tx } from "../../src/core/words.ts";
import { type BlockRules, fillBlock } from "../../src/mempool/fill-block.ts";
import { priorityFee } from "../../src/mempool/ordering/priority-fee.ts";

/** A block of single transactions, ordered by what they pay for gas. */
export function blockByFee(pending: readonly Tx[], rules: BlockRules): readonly Tx[] {
  return fillBlock(priorityFee.rank(pending, { baseFee: rules.baseFee, random: () => 0 }), rules, priorityFee.worth);
}
