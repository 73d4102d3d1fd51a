import type { Outcome, Trial, Tx } from "../../core/words.ts";
import { isWhole } from "../../core/is-whole.ts";
import { revertedIn } from "../../core/reverted-in.ts";
import { type BlockStart, startOf } from "./block-start.ts";
import type { TwinPools } from "./genesis.ts";

/**
 * A trial on the twin: executed on the pool itself, and taken back.
 *
 * @param execute carries transactions out, given the pairs at the block's beginning
 */
export function openTwinTrial(pools: TwinPools, execute: (txs: readonly Tx[], before: BlockStart) => readonly Outcome[]): Trial {
  const { state } = pools;
  const before = startOf(pools);
  const close = state.save();
  return {
    attempt(txs, mayRevert = []) {
      const takeBack = state.save();
      const reverted = revertedIn(execute(txs, before));
      const isKept = isWhole(reverted, mayRevert);
      if (!isKept) takeBack();
      return { isKept, reverted };
    },
    dry(txs) {
      const takeBack = state.save();
      const outcomes = execute(txs, before);
      takeBack();
      return outcomes;
    },
    close,
  };
}
