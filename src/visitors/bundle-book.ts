import type { AccountId, Bundle, Tx } from "../core/words.ts";
import type { BundleRequest, Hex } from "../serve/node-backend.ts";
import { rpcCodes } from "../serve/rpc-codes.ts";
import { RpcError } from "../serve/rpc-error.ts";

/** A bundle that waits for its block. */
export interface WaitingBundle {
  readonly request: BundleRequest;
  readonly from: AccountId;
  /** Hash of each transaction; one's own ready for the block, null for what was public when it was sent. */
  readonly txs: readonly { readonly hash: Hex; readonly own: Omit<Tx, "id"> | null }[];
}

/** What a bundle meets at the end of its interval. */
export interface Closing {
  readonly height: number;
  /** Block of the run. */
  readonly block: number;
  /** Unix seconds. */
  readonly timestamp: number;
  /** A transaction in the public mempool. */
  readonly pendingBy: (hash: string) => Tx | undefined;
  readonly nextTxId: number;
  readonly nextBundleId: number;
}

/** Bundles that wait at once. */
const MOST_WAITING = 500;

/** Bundles of visitors by the block that they are for. */
export class BundleBook {
  #waiting: readonly WaitingBundle[] = [];

  /** Takes a bundle in, in the place of one with the same `replacementUuid`. @throws RpcError -32005 where too many wait */
  add(bundle: WaitingBundle): void {
    const { replacementUuid } = bundle.request;
    const others = replacementUuid === undefined ? this.#waiting : this.#without(replacementUuid);
    if (others.length >= MOST_WAITING)
      throw new RpcError(rpcCodes.limitExceeded, `limit exceeded: ${MOST_WAITING} bundles wait for their blocks`, { limit: MOST_WAITING });
    this.#waiting = [...others, bundle];
  }

  /** @returns whether there was one */
  cancel(replacementUuid: string): boolean {
    const others = this.#without(replacementUuid);
    const found = others.length < this.#waiting.length;
    this.#waiting = others;
    return found;
  }

  /** Bundles for the block at hand, whose time is right and whose transactions of others still wait; they and all older ones leave the book. */
  take(closing: Closing): { readonly bundles: readonly Bundle[]; readonly nextTxId: number; readonly nextBundleId: number } {
    let { nextTxId, nextBundleId } = closing;
    const bundles: Bundle[] = [];
    for (const { request, from, txs } of this.#waiting) {
      const { blockNumber, minTimestamp = 0, maxTimestamp = Infinity, revertingTxHashes } = request;
      if (blockNumber !== closing.height || closing.timestamp < minTimestamp || closing.timestamp > maxTimestamp) continue;
      const whole = txs.map(({ hash, own }) => closing.pendingBy(hash) ?? (own === null ? null : { ...own, id: nextTxId++ }));
      if (!whole.every((tx): tx is Tx => tx !== null)) continue;
      const named = new Set(revertingTxHashes.map((hash) => hash.toLowerCase()));
      const mayRevert = whole.filter((_, i) => named.has(txs[i]?.hash ?? "")).map(({ id }) => id);
      bundles.push({ id: nextBundleId++, from, sender: "visitor", txs: whole, mayRevert, block: closing.block });
    }
    this.#waiting = this.#waiting.filter(({ request }) => request.blockNumber > closing.height);
    return { bundles, nextTxId, nextBundleId };
  }

  #without(replacementUuid: string): readonly WaitingBundle[] {
    return this.#waiting.filter(({ request }) => request.replacementUuid !== replacementUuid);
  }
}
