import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Bundle, Tx } from "../../src/core/words.ts";
import { buildBlock, type Built, type Offer } from "../../src/mempool/build-block.ts";
import type { BlockRules } from "../../src/mempool/fill-block.ts";
import { gasLimitOf, scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { withoutMined } from "../../src/mempool/mempool.ts";
import { bundleAuction } from "../../src/mempool/ordering/bundle-auction.ts";
import { firstCome } from "../../src/mempool/ordering/first-come.ts";
import { firstPrice } from "../../src/mempool/ordering/first-price.ts";
import { priorityFee } from "../../src/mempool/ordering/priority-fee.ts";
import { randomOrder } from "../../src/mempool/ordering/random-order.ts";
import { anyOffer, anyRules } from "./any-offer.ts";
import { blockByFee } from "./block-by-fee.ts";
import { fakeChain, type FakeChain } from "./fake-chain.ts";
import { effectivePrice } from "../../src/core/effective-price.ts";

const BLOCKS = 1_000;

interface Scene {
  readonly offer: Offer;
  readonly rules: BlockRules;
  readonly chain: FakeChain;
  readonly built: Built;
}

const anyChain = fc.record({ seed: fc.nat(2 ** 31 - 1), revertShare: fc.constantFrom(0, 10, 40) });

/** Holds something against every block of many. */
async function everyBlock(check: (scene: Scene) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyOffer, anyRules, anyChain, async (offer, rules, { seed, revertShare }) => {
      const chain = fakeChain(seed, revertShare);
      const built = await buildBlock(offer, rules, { ordering: bundleAuction, random: () => 0, openTrial: () => chain.openTrial() });
      check({ offer, rules, chain, built });
    }),
    { numRuns: BLOCKS },
  );
}

const isPublic = ({ mempool }: Offer, tx: Tx): boolean => mempool.pending.some(({ id }) => id === tx.id);
const bundled = ({ included }: Built): readonly Tx[] => included.flatMap(({ txs }) => txs);
const limits = (txs: readonly Tx[]): number => txs.reduce((sum, { action }) => sum + gasLimitOf(action.kind), 0);

/** What the builder gets of a bundle if all of it succeeds, beyond what the public mempool brings anyway. */
function paidBy(bundle: Bundle, offer: Offer, baseFee: bigint): bigint {
  let paid = 0n;
  for (const tx of bundle.txs.filter((each) => !isPublic(offer, each))) {
    const tip = tx.maxFeePerGas - baseFee < tx.maxPriorityFeePerGas ? tx.maxFeePerGas - baseFee : tx.maxPriorityFeePerGas;
    paid += tip * BigInt(scheduledGas(tx.action, false)) + (("payment" in tx.action && tx.action.payment) || 0n);
  }
  return paid;
}

/** The nonce that an account's next transaction must carry after these. */
function dueAfter({ mempool }: Offer, account: string, before: readonly Tx[]): number {
  const used = before.filter(({ from }) => from === account).map(({ nonce }) => nonce + 1);
  if (used.length > 0) return Math.max(...used);
  const waiting = mempool.pending.filter(({ from }) => from === account).map(({ nonce }) => nonce);
  return waiting.length > 0 ? Math.min(...waiting) : (mempool.nextNonce.get(account) ?? 0);
}

/** All reasons for which a bundle cannot follow what stands in the block already. */
function obstacles(bundle: Bundle, { offer, rules, chain }: Scene, before: readonly Tx[]): readonly string[] {
  const { baseFee, floor, gasLimit } = rules;
  const found: string[] = [];
  bundle.txs.forEach((tx, i) => {
    if (tx.nonce !== dueAfter(offer, tx.from, [...before, ...bundle.txs.slice(0, i)])) found.push("nonce");
  });
  const ownGas = bundle.txs.filter((tx) => !isPublic(offer, tx)).reduce((sum, { action }) => sum + scheduledGas(action, false), 0);
  const ridden = bundle.txs
    .filter((tx) => isPublic(offer, tx))
    .reduce((sum, tx) => sum + BigInt(scheduledGas(tx.action, false)) * (floor - effectivePrice(tx, baseFee)), 0n);
  const isCheap = paidBy(bundle, offer, baseFee) < (floor - baseFee) * BigInt(ownGas) + (ridden > 0n ? ridden : 0n);
  if (isCheap || bundle.txs.some(({ maxFeePerGas }) => maxFeePerGas < baseFee)) found.push("price");
  if (limits(before) + limits(bundle.txs) > gasLimit) found.push("gas");
  const fails = chain.run(bundle.txs, before).some(({ success, tx }) => !success && !bundle.mayRevert.includes(tx.id));
  return found.length === 0 && fails ? ["reverted"] : found;
}

const comesBefore = (a: Bundle, b: Bundle, { offer, rules }: Scene): boolean => {
  const [first, second] = [paidBy(a, offer, rules.baseFee), paidBy(b, offer, rules.baseFee)];
  return first > second || (first === second && a.id < b.id);
};

describe(`mempool/build-block: bundles (${BLOCKS} random blocks each)`, () => {
  it("none is split, reordered or interrupted: they stand whole at the top, by what they pay the builder", async () => {
    await everyBlock((scene) => {
      const { built } = scene;
      expect(built.ordered.slice(0, bundled(built).length)).to.deep.equal(bundled(built));
      built.included.forEach((bundle, i) => {
        if (i > 0) expect(comesBefore(built.included[i - 1]!, bundle, scene)).to.equal(true);
      });
    });
  });

  it("one that is left out pays nothing: what only it has is not in the block", async () => {
    let leftOut = 0;
    await everyBlock(({ offer, built }) => {
      expect([...built.included, ...built.leftOut.map(({ bundle }) => bundle)]).to.have.members([...offer.bundles]);
      for (const { bundle } of built.leftOut) {
        leftOut += 1;
        for (const tx of bundle.txs) if (!isPublic(offer, tx)) expect(built.ordered).not.to.include(tx);
      }
    });
    expect(leftOut).to.be.above(BLOCKS);
  });

  it("in the block as it is executed none is reverted that its bundle needs", async () => {
    let included = 0;
    await everyBlock(({ chain, built }) => {
      const failed = new Set(
        chain
          .run(built.ordered)
          .filter(({ success }) => !success)
          .map(({ tx }) => tx.id),
      );
      for (const { txs, mayRevert } of built.included) {
        included += 1;
        for (const { id } of txs) if (!mayRevert.includes(id)) expect(failed).not.to.include(id);
      }
    });
    expect(included).to.be.above(BLOCKS / 4);
  });

  it("each is taken that could follow those that pay more, and each other left out for a reason that is so", async () => {
    const reasons = new Set<string>();
    await everyBlock((scene) => {
      const { built } = scene;
      const before = (bundle: Bundle): readonly Tx[] =>
        built.included.filter((other) => comesBefore(other, bundle, scene)).flatMap(({ txs }) => txs);
      for (const bundle of built.included) expect(obstacles(bundle, scene, before(bundle))).to.deep.equal([]);
      for (const { bundle, why } of built.leftOut) {
        expect(obstacles(bundle, scene, before(bundle))).to.include(why);
        reasons.add(why);
      }
    });
    expect([...reasons]).to.have.members(["nonce", "price", "gas", "reverted"]);
  });

  it("no transaction is in the block twice, whoever wants it; nonces have no gap; gas limits fit", async () => {
    await everyBlock(({ offer, rules, built }) => {
      expect(new Set(built.ordered.map(({ id }) => id)).size).to.equal(built.ordered.length);
      built.ordered.forEach((tx, i) => expect(tx.nonce).to.equal(dueAfter(offer, tx.from, built.ordered.slice(0, i))));
      expect(limits(built.ordered)).to.be.at.most(rules.gasLimit);
    });
  });

  it("behind the bundles stands what the public would have had there without them", async () => {
    await everyBlock(({ offer, rules, built }) => {
      const bundles = bundled(built);
      const left = offer.mempool.pending.filter((tx) => !bundles.includes(tx) && tx.nonce >= dueAfter(offer, tx.from, bundles));
      const behind = blockByFee(left, { ...rules, gasLimit: rules.gasLimit - limits(bundles) });
      expect(built.ordered.slice(bundles.length)).to.deep.equal(behind);
    });
  });

  it("what waits with a nonce that a bundle has used falls out of the mempool, and all else stays", async () => {
    let fallen = 0;
    await everyBlock(({ offer, built }) => {
      const { pending, nextNonce } = withoutMined(offer.mempool, built.ordered);
      for (const tx of offer.mempool.pending) {
        const isUsed = built.ordered.some(({ from, nonce }) => from === tx.from && nonce === tx.nonce);
        if (isUsed && !built.ordered.includes(tx)) fallen += 1;
        expect(pending.includes(tx)).to.equal(!isUsed);
      }
      for (const { from, nonce } of built.ordered) expect(nextNonce.get(from)).to.be.above(nonce);
      for (const account of new Set(pending.map(({ from }) => from))) {
        const nonces = pending.filter(({ from }) => from === account).map(({ nonce }) => nonce);
        expect(Math.min(...nonces)).to.equal(dueAfter(offer, account, built.ordered));
        expect(nextNonce.get(account)).to.equal(Math.max(...nonces) + 1);
      }
    });
    expect(fallen).to.be.above(10);
  });

  it("is tried in one trial, which is closed; and in none where there are no bundles", async () => {
    await everyBlock(({ offer, chain }) => {
      const trials = offer.bundles.length > 0 ? 1 : 0;
      expect({ opened: chain.opened, closed: chain.closed }).to.deep.equal({ opened: trials, closed: trials });
    });
  });

  it("an ordering without bundles leaves all of them out as not taken and opens no trial", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyOffer,
        anyRules,
        fc.constantFrom(priorityFee, firstPrice, firstCome, randomOrder),
        async (offer, rules, ordering) => {
          const place = { ordering, random: () => 0, openTrial: () => expect.fail("a trial was opened") };
          const { ordered, included, leftOut } = await buildBlock(offer, rules, place);
          expect(included).to.deep.equal([]);
          expect(leftOut).to.deep.equal(offer.bundles.map((bundle) => ({ bundle, why: "not-taken" })));
          const without = await buildBlock({ ...offer, bundles: [] }, rules, place);
          expect(ordered).to.deep.equal(without.ordered);
        },
      ),
    );
  });

  it("the trial is closed when it throws", async () => {
    const tx = { id: 1, from: "a", sender: "sandwicher", nonce: 0, action: { kind: "cancel" }, submitted: 1, priced: 1 } as const;
    const txs = [{ ...tx, maxFeePerGas: 1n, maxPriorityFeePerGas: 1n }];
    const offer: Offer = {
      mempool: { pending: [], nextNonce: new Map() },
      bundles: [{ id: 1, from: "a", sender: "sandwicher", txs, mayRevert: [], block: 1 }],
    };
    let closed = 0;
    const openTrial = () => ({
      attempt: () => Promise.reject(new Error("the chain is gone")),
      dry: () => Promise.reject(new Error("the chain is gone")),
      close: () => {
        closed += 1;
      },
    });
    const rules = { baseFee: 0n, floor: 0n, gasLimit: 1_000_000 };
    const error: unknown = await buildBlock(offer, rules, { ordering: bundleAuction, random: () => 0, openTrial }).catch(
      (reason: unknown) => reason,
    );
    expect(String(error)).to.equal("Error: the chain is gone");
    expect(closed).to.equal(1);
  });
});
