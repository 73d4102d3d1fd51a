import fc from "fast-check";
import type { Victim } from "../../src/amm/sandwich.ts";
import { feeOf, swapFee } from "../../src/amm/swap-fee.ts";
import { amountOut, reservesFor } from "../../src/amm/uniswap-v2.ts";
import type { PoolState, Side } from "../../src/core/words.ts";

export interface Attack {
  readonly pool: PoolState;
  readonly side: Side;
  readonly victims: readonly Victim[];
}

/** A reserve of 12 to 103 bits, every width as likely as the next, so that the 112 bits of the pair are enough for every attack. */
const reserve = fc
  .integer({ min: 12, max: 103 })
  .chain((bits) => fc.bigInt({ min: 1n << BigInt(bits - 1), max: (1n << BigInt(bits)) - 1n }));

/** Pools of any two widths, and of two alike, where the floors of both tokens weigh the same. */
const reserves = fc.oneof(
  fc.tuple(reserve, reserve),
  reserve.chain((first) => fc.tuple(fc.constant(first), fc.bigInt({ min: first / 40n + 1n, max: first * 40n }))),
);

export const anyPool: fc.Arbitrary<PoolState> = fc
  .record({ reserves, ppm: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: undefined, freq: 2 }) })
  .map(({ reserves: [base, quote], ppm }) => ({
    base,
    quote,
    supply: 1n,
    ...(ppm === undefined ? {} : { fee: swapFee(ppm / 1e6) }),
  }));

/** Up to five victims of 0.1 % to 20 % of the reserve, each with a tolerance, of what it gets without the attack, from nothing to everything. */
export const anyAttack: fc.Arbitrary<Attack> = fc
  .record({
    pool: anyPool,
    side: fc.constantFrom<Side>("sell", "buy"),
    orders: fc.array(
      fc.record({
        share: fc.integer({ min: 1_000, max: 200_000 }),
        tolerance: fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 1_000_000 })),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ pool, side, orders }) => {
    let { reserveIn, reserveOut } = reservesFor(pool, side);
    const victims = orders.map(({ share, tolerance }) => {
      const amountIn = (reserveIn * BigInt(share)) / 1_000_000n + 1n;
      const quoted = amountOut(amountIn, reserveIn, reserveOut, feeOf(pool));
      reserveIn += amountIn;
      reserveOut -= quoted;
      return { amountIn, minAmountOut: (quoted * BigInt(1_000_000 - tolerance)) / 1_000_000n };
    });
    return { pool, side, victims };
  });
