import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { chooseVictims, type ChosenVictims } from "../../src/amm/choose-victims.ts";
import { optimalSandwich } from "../../src/amm/optimal-sandwich.ts";
import type { Victim } from "../../src/amm/sandwich.ts";
import { amountOut, largestReserve } from "../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../src/core/words.ts";

const token = 10n ** 18n;
const plenty = { maxIn: largestReserve };
const pool: PoolState = { base: 2_000_000n * token, quote: 1_000n * token, supply: token };

/** Buys base with so many thousandths of a quote token, and bears so many parts of 10^4 less than the pool's first quote. */
function order(milli: number, tolerance: number): Victim {
  const amountIn = (BigInt(milli) * token) / 1_000n;
  return { amountIn, minAmountOut: (amountOut(amountIn, pool.quote, pool.base) * BigInt(10_000 - tolerance)) / 10_000n };
}

const anyOrder = fc
  .record({ milli: fc.integer({ min: 100, max: 30_000 }), tolerance: fc.integer({ min: 0, max: 800 }) })
  .map(({ milli, tolerance }) => order(milli, tolerance));

const choose = (victims: readonly Victim[]): ChosenVictims | null => chooseVictims(pool, "buy", victims, plenty);
const profitOf = (victims: readonly Victim[]): bigint => optimalSandwich(pool, "buy", victims, plenty)?.profit ?? 0n;

/** Most that any subset earns: each victim in, or out. */
function most(taken: readonly Victim[], rest: readonly Victim[]): bigint {
  const [next, ...others] = rest;
  if (next === undefined) return profitOf(taken);
  const [without, withIt] = [most(taken, others), most([...taken, next], others)];
  return without > withIt ? without : withIt;
}

/** What holds for every choice, however it was found. */
function expectSound(victims: readonly Victim[], chosen: ChosenVictims | null): void {
  for (const victim of victims) expect((chosen?.sandwich.profit ?? 0n) >= profitOf([victim])).to.equal(true);
  if (chosen === null) return;
  expect(chosen.indices).to.deep.equal([...new Set(chosen.indices)].sort((a, b) => a - b));
  const taken = chosen.indices.map((index) => victims[index]!);
  expect(chosen.sandwich).to.deep.equal(optimalSandwich(pool, "buy", taken, plenty));
}

describe("amm/choose-victims", () => {
  it("leaves out a large victim whose tolerance is narrow, and takes two that follow one another", () => {
    const [narrow, first, second] = [order(20_000, 5), order(10_000, 300), order(10_000, 600)];
    expect(choose([narrow, first, second])?.indices).to.deep.equal([1, 2]);
    expect(choose([first, narrow, second])?.indices).to.deep.equal([0, 2]);
    expect(profitOf([first, second]) > profitOf([narrow, first, second])).to.equal(true);
  });

  it("eight victims of 0.2 % pay together where none pays alone", () => {
    const small = Array.from({ length: 8 }, () => order(2_000, 500));
    for (const victim of small) expect(profitOf([victim])).to.equal(0n);
    expect(choose(small)?.indices).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("one that would fail on its own is never taken, and none is where none pays", () => {
    const failing = { amountIn: 10n * token, minAmountOut: pool.base };
    expect(choose([failing, order(10_000, 50)])?.indices).to.deep.equal([1]);
    for (const victims of [[], [failing], [order(1_000, 50)]]) expect(choose(victims)).to.equal(null);
  });

  it("up to six victims: as much as the best of all subsets", () => {
    let partial = 0;
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 1, maxLength: 6 }), (victims) => {
        const chosen = choose(victims);
        expectSound(victims, chosen);
        expect(chosen?.sandwich.profit ?? 0n).to.equal(most([], victims));
        if (chosen !== null && chosen.indices.length < victims.length) partial += 1;
      }),
      { numRuns: 60 },
    );
    expect(partial).to.be.above(5);
  });

  it("more than six: never worse than the best single one, nor than any with one victim more or less", () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { minLength: 7, maxLength: 9 }), (victims) => {
        const chosen = choose(victims);
        expectSound(victims, chosen);
        if (chosen === null) return;
        for (const index of victims.keys()) {
          const others = victims.filter((_, other) => (other === index) !== chosen.indices.includes(other));
          expect(profitOf(others) <= chosen.sandwich.profit).to.equal(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});
