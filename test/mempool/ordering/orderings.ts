import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import type { Random } from "../../../src/core/random.ts";
import type { Tx } from "../../../src/core/words.ts";
import { fillBlock } from "../../../src/mempool/fill-block.ts";
import { scheduledGas } from "../../../src/mempool/gas-schedule.ts";
import { bundleAuction } from "../../../src/mempool/ordering/bundle-auction.ts";
import { firstCome } from "../../../src/mempool/ordering/first-come.ts";
import { firstPrice } from "../../../src/mempool/ordering/first-price.ts";
import type { Ordering } from "../../../src/mempool/ordering/ordering.ts";
import { orderingOf } from "../../../src/mempool/ordering/ordering-of.ts";
import { priorityFee } from "../../../src/mempool/ordering/priority-fee.ts";
import { randomOrder } from "../../../src/mempool/ordering/random-order.ts";
import { mempoolSettings } from "../../../src/mempool/settings.ts";
import { somePending, txWith } from "../pending.ts";

const ORDERINGS: readonly Ordering[] = [priorityFee, firstPrice, firstCome, bundleAuction, randomOrder];

/** Of what waits, some pay the builder beside gas. */
const paying = fc
  .tuple(somePending, fc.array(fc.bigInt({ min: 0n, max: 2_000_000n }), { minLength: 16, maxLength: 16 }))
  .map(([txs, payments]) =>
    txs.map((tx, i) => (tx.action.kind === "arbitrage" ? { ...tx, action: { ...tx.action, payment: payments[i] ?? 0n } } : tx)),
  );
const baseFee = fc.bigInt({ min: 0n, max: 9n });

/** What the sender is charged a unit of gas: all of its cap, or as much as base fee and tip ask. */
function charged({ maxFeePerGas, maxPriorityFeePerGas }: Tx, base: bigint): bigint {
  const asked = base + maxPriorityFeePerGas;
  return asked > maxFeePerGas ? maxFeePerGas : asked;
}

/** All that a transaction leaves with builder and burn on its scheduled gas, a whole number of wei a unit of it. */
function allCharged(tx: Tx, base: bigint): bigint {
  const gas = BigInt(scheduledGas(tx.action, false));
  const beside = tx.action.kind === "arbitrage" ? (tx.action.payment ?? 0n) : 0n;
  return (charged(tx, base) * gas + beside) / gas;
}

interface Policy {
  readonly ordering: Ordering;
  /** Whether one may stand directly before another. */
  readonly may: (first: Tx, second: Tx, base: bigint) => boolean;
  readonly what: string;
}

const byPrice: Policy["may"] = (first, second, base) =>
  charged(first, base) > charged(second, base) || (charged(first, base) === charged(second, base) && first.id < second.id);

const POLICIES: readonly Policy[] = [
  { ordering: priorityFee, may: byPrice, what: "by the price of gas, of two at one price the earlier submitted" },
  { ordering: bundleAuction, may: byPrice, what: "by the price of gas, like priority-fee" },
  {
    ordering: firstPrice,
    may: (first, second, base) =>
      allCharged(first, base) > allCharged(second, base) || (allCharged(first, base) === allCharged(second, base) && first.id < second.id),
    what: "by all that is paid a unit of gas",
  },
  { ordering: firstCome, may: (first, second) => first.id < second.id, what: "as they were submitted" },
];

/** Not to be drawn from. */
const noChance: Random = () => expect.fail("an order without chance draws");

describe("mempool/ordering: what comes before what", () => {
  for (const { ordering, may, what } of POLICIES) {
    it(`${ordering.name}: ${what}`, () => {
      fc.assert(
        fc.property(paying, baseFee, (txs, base) => {
          const ranked = ordering.rank(Object.freeze([...txs]), { baseFee: base, random: noChance });
          expect(ranked).to.have.members([...txs]);
          for (const [i, tx] of ranked.entries()) if (i > 0) expect(may(ranked[i - 1]!, tx, base)).to.equal(true);
        }),
        { numRuns: 500 },
      );
    });
  }

  it("first-price counts what is paid beside gas, in the order and against the floor", () => {
    const swap = { kind: "arbitrage", side: "sell", amountIn: 1n, minAmountOut: 1n } as const;
    const fees = (fee: bigint): Pick<Tx, "maxFeePerGas" | "maxPriorityFeePerGas"> => ({ maxFeePerGas: fee, maxPriorityFeePerGas: fee });
    const gas = BigInt(scheduledGas({ ...swap, payment: 1n }, false));
    const bribe = txWith({ id: 2, from: "b", ...fees(1n), action: { ...swap, payment: 20n * gas } });
    const short = txWith({ id: 3, from: "c", ...fees(1n), action: { ...swap, payment: 19n * gas - 1n } });
    const plain = txWith({ id: 1, from: "a", ...fees(19n) });
    const moment = { baseFee: 0n, random: noChance };
    expect(firstPrice.rank([plain, short, bribe], moment)).to.deep.equal([bribe, plain, short]);
    expect(priorityFee.rank([plain, short, bribe], moment)).to.deep.equal([plain, bribe, short]);
    const rules = { baseFee: 0n, floor: 20n, gasLimit: 1_000_000 };
    expect(fillBlock([bribe, plain, short], rules, firstPrice.worth)).to.deep.equal([bribe]);
    expect(fillBlock([bribe, plain, short], rules, priorityFee.worth)).to.deep.equal([]);
  });

  it("under each an account's transactions stay in the order of their nonces, without a gap", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ORDERINGS),
        paying,
        baseFee,
        fc.bigInt({ min: 0n, max: 9n }),
        fc.integer({ min: 0, max: 1_500_000 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (ordering, txs, base, floor, gasLimit, chances) => {
          const random = (): number => chances.next().value;
          const ranked = ordering.rank(txs, { baseFee: base, random });
          const block = fillBlock(ranked, { baseFee: base, floor, gasLimit }, ordering.worth);
          for (const account of new Set(block.map(({ from }) => from))) {
            const nonces = block.filter(({ from }) => from === account).map(({ nonce }) => nonce);
            const first = Math.min(...txs.filter(({ from }) => from === account).map(({ nonce }) => nonce));
            expect(nonces).to.deep.equal(nonces.map((_, i) => first + i));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("each goes by its own name in the settings, and only the bundle auction takes bundles", () => {
    for (const ordering of ORDERINGS) {
      const { ordering: name } = mempoolSettings.parse({ ordering: ordering.name });
      expect(orderingOf({ ordering: name })).to.equal(ordering);
      expect(ordering.takesBundles).to.equal(ordering === bundleAuction);
    }
    expect(mempoolSettings.shape.ordering.unwrap().options).to.have.members(ORDERINGS.map(({ name }) => name));
  });
});
