import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { stream } from "../../../src/core/random.ts";
import type { Tx } from "../../../src/core/words.ts";
import { randomOrder } from "../../../src/mempool/ordering/random-order.ts";
import { somePending, txWith } from "../pending.ts";

/** Draws for each order that is possible. */
const DRAWS = 1_000;

/** Exceeded once in a thousand (Pearson's χ², tables of its distribution), by degrees of freedom. */
const CRITICAL: Readonly<Record<number, number>> = { 1: 10.828, 5: 20.515, 23: 49.728 };

const several = (count: number): readonly Tx[] => Array.from({ length: count }, (_, i) => txWith({ id: 10 * i, from: `account-${i}` }));
const shown = (txs: readonly Tx[]): string => txs.map(({ id }) => id).join(" ");

describe("mempool/ordering: chance", () => {
  for (const [count, orders] of [
    [2, 2],
    [3, 6],
    [4, 24],
  ] as const) {
    it(`brings each order of ${count} transactions about as often (${DRAWS} draws for each of ${orders})`, () => {
      const random = stream(1, `orders of ${count}`);
      const txs = several(count);
      const counts = new Map<string, number>();
      for (let draw = 0; draw < DRAWS * orders; draw += 1) {
        const order = shown(randomOrder.rank(txs, { baseFee: 0n, random }));
        counts.set(order, (counts.get(order) ?? 0) + 1);
      }
      expect(counts.size).to.equal(orders);
      const chiSquare = [...counts.values()].reduce((sum, each) => sum + ((each - DRAWS) * (each - DRAWS)) / DRAWS, 0);
      expect(chiSquare, JSON.stringify([...counts])).to.be.below(CRITICAL[orders - 1]!);
    });
  }

  it("does not depend on the order in which the mempool lists its transactions, nor on what they pay", () => {
    const listed = somePending.chain((txs) =>
      fc.tuple(fc.constant(txs), fc.shuffledSubarray([...txs], { minLength: txs.length }), fc.bigInt({ min: 0n, max: 9n })),
    );
    fc.assert(
      fc.property(listed, fc.integer({ min: 1, max: 2 ** 31 }), ([txs, other, fee], seed) => {
        const order = (each: readonly Tx[]): string => shown(randomOrder.rank(each, { baseFee: 0n, random: stream(seed, "ordering") }));
        expect(order(other)).to.equal(order(txs));
        expect(order(txs.map((tx) => ({ ...tx, maxFeePerGas: fee, maxPriorityFeePerGas: fee })))).to.equal(order(txs));
      }),
    );
  });
});
