import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { addLiquidity, minimumLiquidity, removeLiquidity, swap } from "../../../src/amm/uniswap-v2.ts";
import { IdentityError } from "../../../src/core/errors.ts";
import { valueAt } from "../../../src/core/units.ts";
import type { PoolState, Value } from "../../../src/core/words.ts";
import { checkPoolValue, type PoolBlock } from "../../../src/ledger/identities/pool-value.ts";
import { POOL } from "../transactions.ts";

const price = fc.bigInt({ min: 10n ** 9n, max: 10n ** 12n });
type Event = { readonly swaps: boolean; readonly apply: (pool: PoolState) => PoolState };
const event: fc.Arbitrary<Event> = fc.oneof(
  fc
    .bigInt({ min: 10n ** 12n, max: 10n ** 21n })
    .map((amount) => ({ swaps: true, apply: (pool: PoolState) => swap(pool, "sell", amount).state })),
  fc
    .bigInt({ min: 10n ** 4n, max: 10n ** 11n })
    .map((amount) => ({ swaps: true, apply: (pool: PoolState) => swap(pool, "buy", amount).state })),
  fc
    .bigInt({ min: 10n ** 16n, max: 10n ** 21n })
    .map((amount) => ({ swaps: false, apply: (pool: PoolState) => addLiquidity(pool, amount, 10n ** 15n).state })),
  fc
    .bigInt({ min: 2n, max: 1_000n })
    .map((part) => ({ swaps: false, apply: (pool: PoolState) => removeLiquidity(pool, (pool.supply - minimumLiquidity) / part).state })),
);

/** A block as an honest ledger tells it, from swaps, mints and burns. */
const honest = fc
  .record({ block: fc.nat(1_000_000), before: price, after: price, events: fc.array(event, { maxLength: 8 }) })
  .map(({ block, before: priceBefore, after: priceAfter, events }): PoolBlock => {
    let pool = POOL;
    let [markouts, liquidityMoves]: [Value, Value] = [0n, 0n];
    for (const { swaps, apply } of events) {
      const next = apply(pool);
      const gain = valueAt(next.base - pool.base, next.quote - pool.quote, priceAfter);
      if (swaps) markouts += gain;
      else liquidityMoves += gain;
      pool = next;
    }
    return { block, priceBefore, priceAfter, before: POOL, after: pool, exposedBase: POOL.base, markouts, liquidityMoves };
  });

function expectBroken(change: PoolBlock): void {
  expect(() => checkPoolValue(change))
    .to.throw(IdentityError)
    .that.includes({ identity: 2, block: change.block, code: "IDENTITY_2" });
}

describe("identity 2: the pool's value", () => {
  it("holds for any block of swaps, mints and burns", () => {
    fc.assert(fc.property(honest, (change) => checkPoolValue(change)));
  });

  const off = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).filter((by) => by !== 0n);
  const faults: readonly (readonly [name: string, fault: (change: PoolBlock, by: bigint) => PoolBlock])[] = [
    ["a markout is off", (change, by) => ({ ...change, markouts: change.markouts + by })],
    ["a mint or burn is off", (change, by) => ({ ...change, liquidityMoves: change.liquidityMoves + by })],
    [
      "the reserve of base is not what events left",
      (change, by) => ({ ...change, after: { ...change.after, base: change.after.base + by } }),
    ],
    [
      "the reserve of quote is not what events left",
      (change, by) => ({ ...change, after: { ...change.after, quote: change.after.quote + by } }),
    ],
    [
      "the reserve at the start is not the last block's",
      (change, by) => ({ ...change, before: { ...change.before, quote: change.before.quote + by } }),
    ],
  ];
  for (const [name, fault] of faults) {
    it(`breaks when ${name}, by one unit or many`, () => {
      fc.assert(fc.property(honest, fc.oneof(fc.constantFrom(1n, -1n), off), (change, by) => expectBroken(fault(change, by))));
    });
  }

  it("breaks when other base earned the exposure, such as the reserve after the trades", () => {
    fc.assert(
      fc.property(honest, off, (change, by) => {
        fc.pre(change.priceBefore !== change.priceAfter);
        expectBroken({ ...change, exposedBase: change.exposedBase + by });
        if (change.after.base !== change.before.base) expectBroken({ ...change, exposedBase: change.after.base });
      }),
    );
  });

  it("breaks when a swap is left out or counted twice", () => {
    fc.assert(
      fc.property(honest, (change) => {
        fc.pre(change.markouts !== 0n);
        expectBroken({ ...change, markouts: 0n });
        expectBroken({ ...change, markouts: 2n * change.markouts });
      }),
    );
  });

  it("breaks when a price is not that of the block", () => {
    fc.assert(
      fc.property(honest, (change) => {
        fc.pre(change.after.base !== change.before.base);
        expectBroken({ ...change, priceAfter: change.priceAfter + 1n });
      }),
    );
  });

  it("says by how much", () => {
    const still: PoolBlock = {
      block: 17,
      priceBefore: 10n ** 10n,
      priceAfter: 10n ** 10n,
      before: POOL,
      after: POOL,
      exposedBase: POOL.base,
      markouts: -5n,
      liquidityMoves: 0n,
    };
    expect(() => checkPoolValue(still)).to.throw(
      "identity 2 is broken in block 17: the pool's value changed by 5e-26 more than exposure, swaps and liquidity explain",
    );
  });
});
