import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findOpportunity } from "../../src/agents/opportunity.ts";
import type { Stock } from "../../src/agents/stock.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import type { Action, PoolState, PriceE8 } from "../../src/core/words.ts";
import { fillAt } from "../../src/market/reference-market.ts";
import { poolOf } from "./view.ts";

const PLENTY = 10n ** 40n;
const plenty: Stock = { chainBase: PLENTY, chainQuote: PLENTY, referenceBase: PLENTY, referenceQuote: PLENTY };
/** Quote's smallest unit for a token of base at a price of 1, times a million for costs in parts of a million. */
const SCALE = 10n ** 26n;

interface Case {
  readonly pool: PoolState;
  readonly price: PriceE8;
  readonly costPpm: bigint;
  readonly gas: bigint;
  readonly minimum: bigint;
}

/**
 * Pools of 1 to 300,000 ETH whose price is off by up to a third either way. Reference prices are whole hundredths of a dollar, so that S(1 ± c) with c in
 * parts of a million is a price without rounding, and every comparison below is exact.
 */
const someCase: fc.Arbitrary<Case> = fc
  .record({
    base: fc.integer({ min: 1, max: 300_000 }),
    cents: fc.bigInt({ min: 1_000n, max: 500_000n }),
    off: fc.integer({ min: -333, max: 500 }),
    costPpm: fc.bigInt({ min: 0n, max: 5_000n }),
    gas: fc.bigInt({ min: 0n, max: 100_000_000n }),
    minimum: fc.bigInt({ min: 0n, max: 100_000_000n }),
  })
  .map(({ base, cents, off, ...rest }) => ({
    pool: poolOf(base, (base * Number(cents) * (1_000 + off)) / 100_000),
    price: cents * 1_000_000n,
    ...rest,
  }));

const find = ({ pool, price, costPpm, gas, minimum }: Case, stock: Stock = plenty): ReturnType<typeof findOpportunity> =>
  findOpportunity(pool, price, Number(costPpm) / 1e6, stock, () => gas, minimum);

/** What is left in quote's smallest unit times 10^26 after closing at S(1 ± c), without any rounding. */
function left(action: Extract<Action, { kind: "arbitrage" }>, out: bigint, { price, costPpm }: Case): bigint {
  return action.side === "sell"
    ? out * SCALE - action.amountIn * price * (1_000_000n + costPpm)
    : out * price * (1_000_000n - costPpm) - action.amountIn * SCALE;
}

describe("agents/opportunity, exactly", () => {
  const holds = (check: (found: NonNullable<ReturnType<typeof find>>, given: Case) => void): void => {
    let count = 0;
    fc.assert(
      fc.property(someCase, (given) => {
        const found = find(given);
        if (found === null) return;
        count += 1;
        check(found, given);
      }),
      { numRuns: 500 },
    );
    expect(count, "cases in which there is something to earn").to.be.above(200);
  };

  it("executed on the pool and closed at S(1 ± c), it earns gas and minimum profit, and says how much more", () => {
    holds((found, given) => {
      const { amountOut } = swap(given.pool, found.action.side, found.action.amountIn);
      const surplus = left(found.action, amountOut, given) - given.gas * SCALE;
      expect(surplus >= given.minimum * SCALE, "earns the minimum").to.equal(true);
      expect(surplus >= found.profit * SCALE, "no less than it says").to.equal(true);
    });
  });

  it("what it says that it earns is right to the rounding of its own limit", () => {
    holds((found, given) => {
      const { amountOut } = swap(given.pool, found.action.side, found.action.amountIn);
      const surplus = left(found.action, amountOut, given) - given.gas * SCALE;
      // Three roundings of at most one smallest unit of quote each; the wei of base are worth less.
      expect(surplus - found.profit * SCALE <= 4n * SCALE).to.equal(true);
    });
  });

  it("at its limit it still earns gas and minimum profit, and one smallest unit below its limit it does not", () => {
    holds(({ action }, given) => {
      const needed = (given.gas + given.minimum) * SCALE;
      expect(left(action, action.minAmountOut, given) >= needed).to.equal(true);
      // Equal where the exact bound is a whole number, which the limit lies above by one.
      expect(left(action, action.minAmountOut - 1n, given) <= needed).to.equal(true);
    });
  });

  it("at its limit it earns gas and minimum profit also at prices between the hundredths, where S(1 ± c) is rounded", () => {
    fc.assert(
      fc.property(someCase, fc.bigInt({ min: 1n, max: 999_999n }), (given, rest) => {
        const between = { ...given, price: given.price + rest };
        const found = find(between);
        if (found === null) return;
        const { action } = found;
        expect(left(action, action.minAmountOut, between) >= (given.gas + given.minimum) * SCALE).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it("the reference market's own rounding takes no more than two smallest units of it", () => {
    holds(({ action }, given) => {
      const cost = Number(given.costPpm) / 1e6;
      const fill = fillAt(action.side === "sell" ? action.amountIn : -action.minAmountOut, given.price, cost);
      const paid = fill.quote + fill.cost;
      const net = action.side === "sell" ? action.minAmountOut - paid : -paid - action.amountIn;
      expect(net >= given.gas + given.minimum - 2n).to.equal(true);
    });
  });

  it("nothing is found where nothing is to be earned: not in the band of fee and cost", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 100_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (base, costPpm, place) => {
          const cost = costPpm / 1e6;
          // No trade while φ·u ≤ S(1 + c) and u ≥ φ·S(1 − c): the fee's band, wider by the cost.
          const halfWidth = -Math.log(0.997) + Math.log1p(cost);
          const spot = 200 * Math.exp(place * (halfWidth - 1e-6));
          const found = findOpportunity(poolOf(base, base * spot), 200n * 10n ** 8n, cost, plenty, () => 0n, 0n);
          expect(found).to.equal(null);
        },
      ),
    );
  });

  it("gas and minimum profit count as one: what is found depends on their sum alone", () => {
    fc.assert(
      fc.property(someCase, (given) => {
        const swapped = { ...given, gas: given.minimum, minimum: given.gas };
        expect(find(swapped)?.action).to.deep.equal(find(given)?.action);
      }),
    );
  });

  it("the gas is that of the trade itself, whose amounts are in its calldata", () => {
    const seen: Action[] = [];
    const gasCost = (action: Action): bigint => {
      seen.push(action);
      return 5n;
    };
    const found = findOpportunity(poolOf(1_000, 210_000), 200n * 10n ** 8n, 0.001, plenty, gasCost, 7n);
    expect(seen).to.have.length(1);
    expect(seen[0]).to.include({ kind: "arbitrage", side: "sell", amountIn: found?.action.amountIn });
  });
});
