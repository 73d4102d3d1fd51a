import type { MevResult } from "../../core/mev-result.ts";
import { decimal } from "../number-format.ts";
import { orderingWords } from "./ordering-words.ts";

/** How long the run was and how blocks were put in order, in a line. */
export function mevSize({ blocks, transactions, seed, ordering }: MevResult): string {
  const [count, mined] = [blocks.block.length, transactions.block.length];
  const size = `${decimal(count)} ${count === 1 ? "block" : "blocks"} with ${decimal(mined)} ${mined === 1 ? "transaction" : "transactions"}, seed ${seed}`;
  return `${size}. The order of a block is decided ${orderingWords(ordering)}.`;
}
