import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Tx } from "../../src/core/words.ts";
import { effectivePrice } from "../../src/core/effective-price.ts";
import type { BlockRules } from "../../src/mempool/fill-block.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import { anyPending, txOf } from "./any-tx.ts";
import { blockByFee } from "./block-by-fee.ts";

const GWEI = 10n ** 9n;
const gwei = fc.bigInt({ min: 0n, max: 8n }).map((each) => each * GWEI);
const anyRules: fc.Arbitrary<BlockRules> = fc.record({
  baseFee: gwei,
  floor: gwei,
  gasLimit: fc.integer({ min: 200_000, max: 3_000_000 }),
});

const limitOf = (tx: Tx): number => gasLimitOf(tx.action.kind);
const gasOf = (block: readonly Tx[]): number => block.reduce((sum, tx) => sum + limitOf(tx), 0);

/** What could have stood at a place: the next of each account that has not been passed over. */
function heads(pending: readonly Tx[], before: readonly Tx[]): readonly Tx[] {
  const accounts = [...new Set(pending.map(({ from }) => from))];
  return accounts.flatMap((account) => pending.find((tx) => tx.from === account && !before.includes(tx)) ?? []);
}

describe("mempool: a block", () => {
  it("holds each account's transactions in the order of their nonces, without a gap", () => {
    fc.assert(
      fc.property(anyPending, anyRules, (pending, rules) => {
        const block = blockByFee(pending, rules);
        for (const account of new Set(block.map(({ from }) => from))) {
          const nonces = block.filter(({ from }) => from === account).map(({ nonce }) => nonce);
          expect(nonces).to.deep.equal(nonces.map((_, i) => i));
        }
      }),
    );
  });

  it("holds nothing that pays less than the base fee or the floor, and no more gas than fits", () => {
    fc.assert(
      fc.property(anyPending, anyRules, (pending, rules) => {
        const block = blockByFee(pending, rules);
        for (const tx of block) {
          expect(tx.maxFeePerGas).to.be.at.least(rules.baseFee);
          expect(effectivePrice(tx, rules.baseFee)).to.be.at.least(rules.floor);
        }
        expect(gasOf(block)).to.be.at.most(rules.gasLimit);
        expect(new Set(block.map(({ id }) => id)).size).to.equal(block.length);
      }),
    );
  });

  it("is in the order of price, best first, and of two at one price the earlier comes first", () => {
    fc.assert(
      fc.property(anyPending, anyRules, (pending, rules) => {
        const block = blockByFee(pending, rules);
        const priceOf = (tx: Tx): bigint => effectivePrice(tx, rules.baseFee);
        for (const [place, tx] of block.entries()) {
          const before = block.slice(0, place);
          const room = rules.gasLimit - gasOf(before);
          for (const other of heads(pending, before)) {
            if (other.maxFeePerGas < rules.baseFee || limitOf(other) > room) continue;
            // Whoever was passed over for want of room stays out, so only those who come later in the block, or never, can be compared.
            if (!block.includes(other)) continue;
            expect(priceOf(other) < priceOf(tx) || (priceOf(other) === priceOf(tx) && other.id >= tx.id)).to.equal(true);
          }
        }
      }),
    );
  });

  it("leaves out only what pays too little, does not fit, or waits behind such a one", () => {
    fc.assert(
      fc.property(anyPending, anyRules, (pending, rules) => {
        const block = blockByFee(pending, rules);
        for (const head of heads(pending, block)) {
          const isTooCheap = head.maxFeePerGas < rules.baseFee || effectivePrice(head, rules.baseFee) < rules.floor;
          expect(isTooCheap || gasOf(block) + limitOf(head) > rules.gasLimit).to.equal(true);
        }
      }),
    );
  });

  it("does not depend on the order in which the mempool lists its transactions", () => {
    const shuffled = anyPending.chain((pending) =>
      fc.tuple(fc.constant(pending), fc.shuffledSubarray([...pending], { minLength: pending.length })),
    );
    fc.assert(
      fc.property(shuffled, anyRules, ([pending, other], rules) => {
        expect(blockByFee(other, rules)).to.deep.equal(blockByFee(pending, rules));
      }),
    );
  });

  it("an account's dear transaction waits behind its cheap one", () => {
    const cancel = { kind: "cancel" } as const;
    const paying = (fee: bigint): Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas"> => ({ maxFeePerGas: fee, maxPriorityFeePerGas: fee });
    const cheap = txOf("trader-1", 0, 1, paying(2n * GWEI), cancel);
    const dear = txOf("trader-1", 1, 2, paying(100n * GWEI), cancel);
    const other = txOf("trader-2", 0, 3, paying(5n * GWEI), cancel);
    const rules = { baseFee: 0n, floor: 0n, gasLimit: 1_000_000 };
    expect(blockByFee([cheap, dear, other], rules)).to.deep.equal([other, cheap, dear]);
    expect(blockByFee([cheap, dear, other], { ...rules, floor: 3n * GWEI })).to.deep.equal([other]);
  });

  it("under EIP-1559 what counts is the lower of the cap and base fee plus tip", () => {
    const capped = txOf("trader-1", 0, 1, { maxFeePerGas: 12n * GWEI, maxPriorityFeePerGas: 5n * GWEI }, { kind: "cancel" });
    const tipped = txOf("trader-2", 0, 2, { maxFeePerGas: 40n * GWEI, maxPriorityFeePerGas: 3n * GWEI }, { kind: "cancel" });
    expect(effectivePrice(capped, 10n * GWEI)).to.equal(12n * GWEI);
    expect(effectivePrice(tipped, 10n * GWEI)).to.equal(13n * GWEI);
    const rules = { baseFee: 10n * GWEI, floor: 10n * GWEI, gasLimit: 1_000_000 };
    expect(blockByFee([capped, tipped], rules)).to.deep.equal([tipped, capped]);
  });
});
