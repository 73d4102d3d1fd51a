import fc from "fast-check";
import type { Side } from "../../../src/core/words.ts";
import { POOL } from "../transactions.ts";
import type { PlayedSwap, Step } from "./play.ts";

const side: fc.Arbitrary<Side> = fc.constantFrom("sell", "buy");
const account = fc.integer({ min: 1, max: 4 }).map((i) => `account-${i}`);
const pool = fc.constantFrom("A", "B");

/** From a millionth to a twentieth of the reserve. */
export const amountOn = (direction: Side): fc.Arbitrary<bigint> =>
  fc
    .integer({ min: 1, max: 50_000 })
    .map((millionths) => ((direction === "sell" ? POOL.base : POOL.quote) * BigInt(millionths)) / 1_000_000n);

const swapOn = (on: fc.Arbitrary<string>): fc.Arbitrary<PlayedSwap> =>
  fc
    .tuple(side, on)
    .chain(([direction, where]) =>
      fc
        .oneof(amountOn(direction), fc.constantFrom({ ofLast: 995n }, { ofLast: 1_005n }))
        .map((amount) => ({ pool: where, side: direction, amount })),
    );

const gasFee = fc.bigInt({ min: 0n, max: 10n ** 17n });
const success = fc.integer({ min: 0, max: 9 }).map((draw) => draw > 0);
const collateral = fc.constant({ base: 10n ** 19n, paid: 10n ** 9n, debt: 10n ** 9n });

/** A trade there, others' trades, and exactly as much back. */
const around = (on: fc.Arbitrary<string>): fc.Arbitrary<readonly Step[]> =>
  fc
    .record({ who: account, where: on, direction: side, between: fc.array(oneSwap(on), { maxLength: 3 }) })
    .chain(({ who, where, direction, between }) =>
      amountOn(direction).map((amount): readonly Step[] => [
        { account: who, swaps: [{ pool: where, side: direction, amount }] },
        ...between,
        { account: who, swaps: [{ pool: where, side: direction === "sell" ? "buy" : "sell", amount: "back" }] },
      ]),
    );

/** A trade on one pool and exactly as much back on the other, in one transaction. */
const acrossPools: fc.Arbitrary<Step> = fc
  .record({ account, direction: side, isFromA: fc.boolean(), gasFee, success })
  .chain(({ direction, isFromA, ...step }) =>
    amountOn(direction).map((amount): Step => ({
      ...step,
      swaps: [
        { pool: isFromA ? "A" : "B", side: direction, amount },
        { pool: isFromA ? "B" : "A", side: direction === "sell" ? "buy" : "sell", amount: "back" },
      ],
    })),
  );

function oneSwap(on: fc.Arbitrary<string>): fc.Arbitrary<Step> {
  return fc.record({ account, swaps: swapOn(on).map((each) => [each]), gasFee, success });
}

/** Any block on one pool, of transactions with a single swap, many of which trade there and back around others. */
export function anyBlockOn(where: string): fc.Arbitrary<readonly Step[]> {
  const on = fc.constant(where);
  return fc
    .array(
      fc.oneof(
        oneSwap(on).map((step) => [step]),
        around(on),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.flat());
}

/** Any block on two pools, arbitrage between them, liquidations and changes of liquidity among it. */
export const anyBlock: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.oneof(
      oneSwap(pool).map((step) => [step]),
      around(pool),
      acrossPools.map((step) => [step]),
      fc.record({ account, swaps: fc.array(swapOn(pool), { minLength: 2, maxLength: 3 }), gasFee, success }).map((step) => [step]),
      fc.record({ account, swaps: fc.array(swapOn(pool), { maxLength: 1 }), gasFee, success, collateral }).map((step) => [step]),
      fc
        .constantFrom<Step>(
          { account: "lp", liquidity: { remove: POOL.supply / 50n } },
          { account: "lp", liquidity: { add: [10n ** 20n, 10n ** 11n] } },
        )
        .map((step) => [step]),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat());
