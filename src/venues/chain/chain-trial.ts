import type { Outcome, Trial, Tx } from "../../core/words.ts";
import { isWhole } from "../../core/is-whole.ts";
import type { Provider } from "./rpc.ts";

/**
 * A trial on the chain: each attempt is mined as a block of its own at the block's time and base fee, on top of those that were kept, and all is
 * reverted at the end. So the cost grows with what is tried and not with what stands before it. Only the block's number differs from the real one.
 *
 * @param mine mines transactions as a block
 */
export async function openChainTrial(provider: Provider, mine: (txs: readonly Tx[]) => Promise<readonly Outcome[]>): Promise<Trial> {
  const snapshot = async (): Promise<unknown> => provider.request({ method: "evm_snapshot" });
  const revert = async (to: unknown): Promise<unknown> => provider.request({ method: "evm_revert", params: [to] });
  const start = await snapshot();
  return {
    async attempt(txs, mayRevert = []) {
      const before = await snapshot();
      const outcomes = await mine(txs);
      const isKept = isWhole(outcomes, mayRevert);
      if (!isKept) await revert(before);
      return { isKept, outcomes };
    },
    async dry(txs) {
      const before = await snapshot();
      const outcomes = await mine(txs);
      await revert(before);
      return outcomes;
    },
    async close() {
      await revert(start);
    },
  };
}
