import { expect } from "chai";
import { describe, it } from "mocha";
import type { Bundle, Outcome, Trial, Tx } from "../../src/core/words.ts";
import { type Built, buildBlock } from "../../src/mempool/build-block.ts";
import { bundleAuction } from "../../src/mempool/ordering/bundle-auction.ts";
import { Purse } from "../../src/mempool/purse.ts";
import { txWith } from "./pending.ts";

const GAS = 50_000n;
const rawTx = (id: number, from: string, more: Partial<Tx> = {}, value = 0n): Tx =>
  txWith({
    id,
    from,
    maxFeePerGas: 10n,
    maxPriorityFeePerGas: 10n,
    ...more,
    action: { kind: "raw", raw: "0x", hash: `0x${id}`, gasLimit: 100_000, value },
  });
const bundleOf = (id: number, txs: readonly Tx[], mayRevert: readonly number[] = []): Bundle => ({
  id,
  from: txs[0]?.from ?? "",
  sender: "visitor",
  txs,
  mayRevert,
  block: 1,
});

/** A trial in which these fail, and these send so much to the builder. */
function trialWith(failing: readonly number[], sent: ReadonlyMap<number, bigint>): Trial {
  const outcomes = (txs: readonly Tx[]): readonly Outcome[] =>
    txs.map((tx) => ({
      tx,
      success: !failing.includes(tx.id),
      gasUsed: GAS,
      effects: sent.has(tx.id) ? [{ type: "ether", from: tx.from, to: "coinbase", amount: sent.get(tx.id) ?? 0n }] : [],
    }));
  return { attempt: () => ({ isKept: true, reverted: [] }), dry: outcomes, close: () => undefined };
}

function build(bundles: readonly Bundle[], trial: Trial, funds: bigint = 10n ** 18n): Promise<Built> {
  const mempool = { pending: [], nextNonce: new Map() };
  const workplace = { ordering: bundleAuction, random: () => 0, openTrial: () => trial, fundsOf: () => funds };
  return buildBlock({ mempool, bundles }, { baseFee: 0n, floor: 1n, gasLimit: 10_000_000 }, workplace);
}

describe("mempool/build-block: raw transactions", () => {
  it("rank by the gas that they used and the ETH that they sent to the builder, not by their limits", async () => {
    const [a, b, c] = [rawTx(1, "a"), rawTx(2, "b"), rawTx(3, "c", { maxFeePerGas: 13n, maxPriorityFeePerGas: 13n })];
    const built = await build([bundleOf(1, [a]), bundleOf(2, [b]), bundleOf(3, [c])], trialWith([], new Map([[2, 4n * GAS]])));
    expect(built.ordered).to.deep.equal([b, c, a]);
  });

  it("leave a bundle out when one fails that may not", async () => {
    const [a, b] = [rawTx(1, "a"), rawTx(2, "b")];
    const built = await build([bundleOf(1, [a]), bundleOf(2, [b], [2])], trialWith([1, 2], new Map()));
    expect(built.ordered).to.deep.equal([b]);
    expect(built.leftOut.map(({ why }) => why)).to.deep.equal(["reverted"]);
  });

  it("stay out, with what waits behind them, where their sender cannot pay all that it has promised", async () => {
    const rich = 2n * (100_000n * 10n + 5n);
    const pending = [0, 1, 2].map((nonce) => rawTx(nonce + 1, "a", { nonce }, 5n));
    const mempool = { pending, nextNonce: new Map([["a", 3]]) };
    const workplace = { ordering: bundleAuction, random: () => 0, openTrial: () => trialWith([], new Map()), fundsOf: () => rich };
    const { ordered } = await buildBlock({ mempool, bundles: [] }, { baseFee: 0n, floor: 1n, gasLimit: 10_000_000 }, workplace);
    expect(ordered).to.deep.equal(pending.slice(0, 2));
    const { leftOut } = await build([bundleOf(1, pending)], trialWith([], new Map()), rich);
    expect(leftOut.map(({ why }) => why)).to.deep.equal(["funds"]);
  });

  it("a purse asks nobody whose transactions the run itself has made", () => {
    const purse = new Purse(() => 0n);
    expect(purse.covers([txWith({ from: "trader-1" })])).to.equal(true);
    expect(purse.covers([rawTx(1, "a")])).to.equal(false);
  });
});
