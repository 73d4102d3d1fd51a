import { expect } from "chai";
import { describe, it } from "mocha";
import type { Bundle, Tx } from "../../src/core/words.ts";
import { buildBlock, type Built, type Offer } from "../../src/mempool/build-block.ts";
import type { BlockRules } from "../../src/mempool/fill-block.ts";
import { gasLimitOf, scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { emptyMempool, submit, withoutMined } from "../../src/mempool/mempool.ts";
import type { LeftOutFor } from "../../src/mempool/obstacle-to.ts";
import { bundleAuction } from "../../src/mempool/ordering/bundle-auction.ts";
import { priorityFee } from "../../src/mempool/ordering/priority-fee.ts";
import { isWhole } from "../../src/core/is-whole.ts";
import { txWith } from "./pending.ts";

const swap = { kind: "arbitrage", side: "sell", amountIn: 1n, minAmountOut: 1n } as const;
const GAS = BigInt(scheduledGas({ ...swap, payment: 1n }, false));

/** Of a searcher's own, paid for beside gas. */
const own = (from: string, id: number, payment: bigint, fields: Partial<Tx> = {}): Tx => {
  const fees = { maxFeePerGas: 5n, maxPriorityFeePerGas: 0n };
  return txWith({ id, from, action: { ...swap, payment }, sender: "back-runner", isPrivate: true, ...fees, ...fields });
};
const bundle = (id: number, from: string, txs: readonly Tx[], mayRevert: readonly number[] = []): Bundle => {
  return { id, from, sender: "back-runner", txs, mayRevert, block: 1 };
};

const victim = txWith({ id: 1, from: "trader", maxFeePerGas: 50n, maxPriorityFeePerGas: 50n });
const later = txWith({ id: 2, from: "trader", nonce: 1, maxFeePerGas: 50n, maxPriorityFeePerGas: 50n });
const mempool = [victim, later].reduce(submit, emptyMempool);
const roomy: BlockRules = { baseFee: 5n, floor: 7n, gasLimit: 1_000_000 };
/** What is asked for the place of one swap at this floor. */
const ENOUGH = 2n * GAS;

const place = async (offer: Offer, rules = roomy, reverting: readonly number[] = [], ordering = bundleAuction): Promise<Built> =>
  buildBlock(offer, rules, {
    ordering,
    random: () => 0,
    openTrial: () => ({
      attempt(txs, mayRevert = []) {
        const reverted = txs.flatMap(({ id }) => (reverting.includes(id) ? [id] : []));
        return { isKept: isWhole(reverted, mayRevert), reverted };
      },
      dry: () => expect.fail("no bundle has a raw transaction"),
      close() {},
    }),
  });

interface Case {
  readonly what: string;
  readonly bundles: readonly Bundle[];
  readonly rules?: BlockRules;
  readonly reverting?: readonly number[];
  /** Of every bundle, by id, why it is left out; null where it is not. */
  readonly why: Readonly<Record<number, LeftOutFor | null>>;
}

const cases: readonly Case[] = [
  { what: "pays just enough for its place", bundles: [bundle(1, "a", [own("a", 10, ENOUGH)])], why: { 1: null } },
  { what: "pays a wei too little for its place", bundles: [bundle(1, "a", [own("a", 10, ENOUGH - 1n)])], why: { 1: "price" } },
  {
    what: "pays for its place by gas alone",
    bundles: [bundle(1, "a", [own("a", 10, 0n, { maxFeePerGas: 7n, maxPriorityFeePerGas: 2n })])],
    why: { 1: null },
  },
  {
    what: "cannot pay the base fee, whatever it pays beside",
    bundles: [bundle(1, "a", [own("a", 10, 100n * ENOUGH, { maxFeePerGas: 4n })])],
    why: { 1: "price" },
  },
  {
    what: "does not pay with what the public pays anyway",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH - 1n), victim])],
    why: { 1: "price" },
  },
  { what: "carries a nonce that is not due", bundles: [bundle(1, "a", [own("a", 10, ENOUGH, { nonce: 1 })])], why: { 1: "nonce" } },
  {
    what: "takes a public transaction before the one that is due",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), later])],
    why: { 1: "nonce" },
  },
  {
    what: "wants a victim that a bundle has taken that pays more",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), victim]), bundle(2, "b", [own("b", 11, ENOUGH + 1n), victim])],
    why: { 1: "nonce", 2: null },
  },
  {
    what: "wants the same victim for the same money, and was submitted later",
    bundles: [bundle(2, "b", [own("b", 11, ENOUGH), victim]), bundle(1, "a", [own("a", 10, ENOUGH), victim])],
    why: { 1: null, 2: "nonce" },
  },
  {
    what: "goes on where another has left off, with the nonce that is due then",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), later]), bundle(2, "b", [own("b", 11, ENOUGH + 1n), victim])],
    why: { 1: null, 2: null },
  },
  {
    what: "does not fit behind one that pays more",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH)]), bundle(2, "b", [own("b", 11, ENOUGH + 1n)])],
    rules: { ...roomy, gasLimit: 2 * gasLimitOf("arbitrage") - 1 },
    why: { 1: "gas", 2: null },
  },
  {
    what: "has a transaction that is reverted",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), victim])],
    reverting: [1],
    why: { 1: "reverted" },
  },
  {
    what: "says of its transaction that it may be reverted",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), victim], [1])],
    reverting: [1],
    why: { 1: null },
  },
  {
    what: "fails, and so makes room for the one behind it",
    bundles: [bundle(1, "a", [own("a", 10, ENOUGH), victim]), bundle(2, "b", [own("b", 11, ENOUGH + 1n), victim])],
    reverting: [11],
    why: { 1: null, 2: "reverted" },
  },
];

describe("mempool/build-block: why a bundle is left out", () => {
  for (const { what, bundles, rules, reverting, why } of cases) {
    it(`one that ${what}: ${Object.values(why)
      .map((each) => each ?? "taken")
      .join(", ")}`, async () => {
      const built = await place({ mempool, bundles }, rules, reverting);
      const found = [
        ...built.included.map(({ id }) => [id, null] as const),
        ...built.leftOut.map((each) => [each.bundle.id, each.why] as const),
      ];
      expect(Object.fromEntries(found)).to.deep.equal(why);
    });
  }

  it("an ordering that takes none: not-taken", async () => {
    const bundles = [bundle(1, "a", [own("a", 10, ENOUGH), victim])];
    const built = await place({ mempool, bundles }, roomy, [], priorityFee);
    expect(built).to.deep.equal({ ordered: [victim, later], included: [], leftOut: [{ bundle: bundles[0], why: "not-taken" }] });
  });

  it("one with the nonce of what its sender has waiting makes that impossible", async () => {
    const bundles = [bundle(1, "trader", [own("trader", 10, ENOUGH)])];
    const built = await place({ mempool, bundles });
    expect(built.ordered.map(({ id }) => id)).to.deep.equal([10, 2]);
    const after = withoutMined(mempool, built.ordered);
    expect(after.pending).to.deep.equal([]);
    expect(after.nextNonce.get("trader")).to.equal(2);
    const onlyBundle = withoutMined(mempool, built.ordered.slice(0, 1));
    expect(onlyBundle.pending).to.deep.equal([later]);
  });
});
