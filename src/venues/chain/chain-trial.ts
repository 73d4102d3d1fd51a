import { isWhole } from "../../core/is-whole.ts";
import { revertedIn } from "../../core/reverted-in.ts";
import type { Outcome, Trial, Tx } from "../../core/words.ts";
import type { Log } from "./decode.ts";
import type { Provider } from "./rpc.ts";

/** A transaction that a node has taken. */
export interface Sent {
  readonly tx: Tx;
  readonly hash: string;
}

/** How blocks come to be, and how it is known what became of their transactions. */
interface Mine {
  /**
   * Mines transactions as a block.
   *
   * @returns the same, in the same order
   */
  readonly put: (txs: readonly Tx[]) => Promise<readonly Sent[]>;
  readonly collectAll: (mined: readonly Sent[]) => Promise<readonly Outcome[]>;
}

/**
 * A trial on the chain: each attempt is mined as a block of its own at the block's time and base fee, on top of those that were kept, and all is
 * reverted at the end. So the cost grows with what is tried and not with what stands before it. Only the block's number differs from the real one.
 */
export async function openChainTrial(provider: Provider, { put, collectAll }: Mine): Promise<Trial> {
  const snapshot = async (): Promise<unknown> => provider.request({ method: "evm_snapshot" });
  const revert = async (to: unknown): Promise<unknown> => provider.request({ method: "evm_revert", params: [to] });
  const start = await snapshot();
  return {
    async attempt(txs, mayRevert = []) {
      const before = await snapshot();
      const mined = await put(txs);
      // What left an event has succeeded: one question for all of them takes a fifth of the time of a receipt for each.
      const logged = await loggedInLatest(provider);
      const reverted = revertedIn(await collectAll(mined.filter(({ hash }) => !logged.has(hash))));
      const isKept = isWhole(reverted, mayRevert);
      if (!isKept) await revert(before);
      return { isKept, reverted };
    },
    async dry(txs) {
      const before = await snapshot();
      const outcomes = await collectAll(await put(txs));
      await revert(before);
      return outcomes;
    },
    async close() {
      await revert(start);
    },
  };
}

/** Hashes of the last block's transactions that left an event. */
async function loggedInLatest(provider: Provider): Promise<ReadonlySet<string>> {
  const logs = await provider.request({ method: "eth_getLogs", params: [{ fromBlock: "latest", toBlock: "latest" }] });
  return new Set((logs as readonly (Log & { readonly transactionHash: string })[]).map(({ transactionHash }) => transactionHash));
}
