import { expect } from "chai";
import { describe, it } from "mocha";
import type { Tx } from "../../src/core/words.ts";
import type { BundleRequest } from "../../src/serve/node-backend.ts";
import { BundleBook, type Closing, type WaitingBundle } from "../../src/visitors/bundle-book.ts";
import { txWith } from "../mempool/pending.ts";

const withoutId = ({ id: _, ...rest }: Tx): Omit<Tx, "id"> => rest;
const own = (nonce: number): WaitingBundle["txs"][number] => ({ hash: `0x${nonce}`, own: withoutId(txWith({ from: "visitor-1", nonce })) });
const waiting = (blockNumber: number, request: Partial<BundleRequest> = {}, txs: WaitingBundle["txs"] = [own(0)]): WaitingBundle => ({
  from: "visitor-1",
  txs,
  request: {
    txs: [],
    blockNumber,
    minTimestamp: undefined,
    maxTimestamp: undefined,
    revertingTxHashes: [],
    replacementUuid: undefined,
    ...request,
  },
});
const closing = (height: number, pending: readonly Tx[] = []): Closing => ({
  height,
  block: height - 10,
  timestamp: 1_000,
  pendingBy: (hash) => pending.find(({ id }) => hash === `0xpublic${id}`),
  nextTxId: 70,
  nextBundleId: 7,
});

describe("visitors/bundle-book", () => {
  it("gives out a block's bundles once, with ids of their own, and forgets what came too late", () => {
    const book = new BundleBook();
    for (const height of [11, 12, 12, 13]) book.add(waiting(height));
    const { bundles, nextTxId, nextBundleId } = book.take(closing(12));
    expect(bundles.map(({ id, block, txs }) => [id, block, txs.map((tx) => tx.id)])).to.deep.equal([
      [7, 2, [70]],
      [8, 2, [71]],
    ]);
    expect([nextTxId, nextBundleId]).to.deep.equal([72, 9]);
    expect(book.take(closing(12)).bundles).to.have.length(0);
    expect(book.take(closing(11)).bundles).to.have.length(0);
    expect(book.take(closing(13)).bundles).to.have.length(1);
  });

  it("keeps to timestamps, both ends included", () => {
    const taken = [{ minTimestamp: 1_000 }, { maxTimestamp: 1_000 }, { minTimestamp: 1_001 }, { maxTimestamp: 999 }].map((bounds) => {
      const book = new BundleBook();
      book.add(waiting(12, bounds));
      return book.take(closing(12)).bundles.length;
    });
    expect(taken).to.deep.equal([1, 1, 0, 0]);
  });

  it("replaces and cancels by uuid", () => {
    const book = new BundleBook();
    book.add(waiting(12, { replacementUuid: "a" }));
    book.add(waiting(13, { replacementUuid: "a" }));
    book.add(waiting(12, { replacementUuid: "b" }));
    expect(book.cancel("b")).to.equal(true);
    expect(book.cancel("b")).to.equal(false);
    expect(book.take(closing(12)).bundles).to.have.length(0);
    expect(book.take(closing(13)).bundles).to.have.length(1);
  });

  it("puts public transactions in by what waits, leaves a bundle out whose public one is gone, and names those that may fail", () => {
    const book = new BundleBook();
    const victim = txWith({ id: 5, from: "trader-1" });
    const txs = [own(0), { hash: "0xpublic5", own: null }, own(1)] as const;
    book.add(waiting(12, { revertingTxHashes: ["0x1"] }, txs));
    book.add(waiting(12, {}, [{ hash: "0xpublic6", own: null }, own(0)]));
    const { bundles } = book.take(closing(12, [victim]));
    expect(bundles).to.have.length(1);
    expect(bundles[0]?.txs[1]).to.equal(victim);
    expect(bundles[0]?.mayRevert).to.deep.equal([bundles[0]?.txs[2]?.id]);
  });
});
