import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Tx } from "../../src/core/words.ts";
import { effectivePrice } from "../../src/core/effective-price.ts";
import type { BlockRules } from "../../src/mempool/fill-block.ts";
import { gasLimitOf } from "../../src/mempool/gas-schedule.ts";
import { somePending, txWith } from "./pending.ts";
import { blockByFee } from "./block-by-fee.ts";

const someRules: fc.Arbitrary<BlockRules> = fc.record({
  baseFee: fc.bigInt({ min: 0n, max: 7n }),
  floor: fc.bigInt({ min: 0n, max: 7n }),
  gasLimit: fc.integer({ min: 0, max: 1_500_000 }),
});
const gasOf = (txs: readonly Tx[]): number => txs.reduce((gas, { action }) => gas + gasLimitOf(action.kind), 0);
const ids = (txs: readonly Tx[]): readonly number[] => txs.map(({ id }) => id);

/** What could come after these, as the rules are said: of each account the lowest nonce that is left, if it pays and fits. */
function candidates(chosen: readonly Tx[], pending: readonly Tx[], { baseFee, floor, gasLimit }: BlockRules): readonly Tx[] {
  const left = pending.filter((tx) => !chosen.includes(tx));
  return left.filter(
    (tx) =>
      left.every((other) => other.from !== tx.from || other.nonce >= tx.nonce) &&
      tx.maxFeePerGas >= baseFee &&
      tx.maxFeePerGas >= floor &&
      baseFee + tx.maxPriorityFeePerGas >= floor &&
      gasOf([...chosen, tx]) <= gasLimit,
  );
}

describe("mempool/build-block: the rules determine the block (ids that say nothing about nonces, as after replacements)", () => {
  it("at every place stands what could stand there and pays most, of one price what was submitted first, until nothing is left", () => {
    fc.assert(
      fc.property(somePending, someRules, (pending, rules) => {
        const block = blockByFee(pending, rules);
        block.forEach((tx, i) => {
          const possible = candidates(block.slice(0, i), pending, rules);
          expect(possible).to.include(tx);
          const price = effectivePrice(tx, rules.baseFee);
          for (const other of possible) {
            const otherPrice = effectivePrice(other, rules.baseFee);
            expect(price > otherPrice || (price === otherPrice && tx.id <= other.id), `${tx.id} before ${other.id}`).to.equal(true);
          }
        });
        expect(ids(candidates(block, pending, rules)), "left out though it fits").to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves its input as it was", () => {
    fc.assert(
      fc.property(somePending, someRules, (pending, rules) => {
        const before = [...pending];
        blockByFee(Object.freeze(before), rules);
        expect(before).to.deep.equal(pending);
      }),
    );
  });

  it("passes over what does not fit, with what waits behind it, and goes on with what does", () => {
    const large = txWith({ id: 1, from: "a", action: { kind: "remove-liquidity", liquidity: 1n, deadline: 1 }, maxFeePerGas: 90n });
    const behind = txWith({ id: 2, from: "a", nonce: 1, maxFeePerGas: 90n });
    const small = txWith({ id: 3, from: "b", maxFeePerGas: 5n });
    const rules = { baseFee: 0n, floor: 0n, gasLimit: gasLimitOf("remove-liquidity") - 1 };
    expect(ids(blockByFee([large, behind, small], rules))).to.deep.equal([3]);
    expect(ids(blockByFee([large, behind, small], { ...rules, gasLimit: rules.gasLimit + 1 }))).to.deep.equal([1]);
  });

  const prices: readonly [cap: bigint, tip: bigint, baseFee: bigint, price: bigint][] = [
    [50n, 50n, 0n, 50n], // first price
    [50n, 2n, 30n, 32n], // the tip in full
    [50n, 30n, 30n, 50n], // the cap cuts the tip
    [30n, 5n, 30n, 30n], // nothing left for the tip
  ];
  for (const [cap, tip, baseFee, price] of prices) {
    it(`a cap of ${cap} and a tip of ${tip} pay ${price} at a base fee of ${baseFee}`, () => {
      expect(effectivePrice(txWith({ maxFeePerGas: cap, maxPriorityFeePerGas: tip }), baseFee)).to.equal(price);
    });
  }
});
