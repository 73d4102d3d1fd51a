import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { MOST_QUOTES, searchArbitrage } from "../../src/amm/search-arbitrage.ts";
import { feeOf, swapFee } from "../../src/amm/swap-fee.ts";
import { amountOut, reservesFor } from "../../src/amm/uniswap-v2.ts";
import { toBase, toPrice, toQuote } from "../../src/core/units.ts";
import type { PoolState, Side } from "../../src/core/words.ts";

/** Quotes of the exact model, counted. */
function quoter(pool: PoolState): { readonly quote: (side: Side, amountIn: bigint) => bigint; readonly asked: () => number } {
  let asked = 0;
  return {
    quote: (side, amountIn) => {
      asked += 1;
      const { reserveIn, reserveOut } = reservesFor(pool, side);
      return amountIn <= 0n ? 0n : amountOut(amountIn, reserveIn, reserveOut, feeOf(pool));
    },
    asked: () => asked,
  };
}

/** Evenly between two numbers. */
const linear = (low: number, high: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: 0, max: 1e9 })).map((billionths) => low + ((high - low) * billionths) / 1e9);
const spread = (low: number, high: number): fc.Arbitrary<number> => linear(Math.log(low), Math.log(high)).map((log) => Math.exp(log));

const pools = fc.record({
  base: spread(1, 1e6),
  price: spread(0.01, 1e5),
  /** Log of the reference price over the pool's. */
  gap: fc.oneof(linear(-2, 2), linear(-0.05, 0.05)),
  fee: fc.constantFrom(0, 0.0005, 0.0025, 0.003, 0.01, 0.1),
  cost: fc.constantFrom(0, 0.001),
  /** Of the reserve; most often no limit. */
  limit: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: spread(1e-4, 1) }),
});

describe("amm: arbitrage sized by quotes alone", () => {
  it("is within 10^-6 of the best profit on a constant product, in at most 40 quotes", async () => {
    let [most, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(pools, async ({ base, price, gap, fee, cost, limit }) => {
        const pool: PoolState = { base: toBase(base), quote: toQuote(base * price), supply: 1n, fee: swapFee(fee) };
        const reference = price * Math.exp(gap);
        const [bid, ask] = [toPrice(reference * (1 - cost)), toPrice(reference * (1 + cost))];
        if (pool.quote < 10n ** 9n || bid < 10n ** 5n) return;
        const part = (reserve: bigint): bigint => (reserve * BigInt(Math.round((limit ?? 0) * 1e6))) / 1_000_000n;
        const limits = limit === null ? {} : { maxBaseIn: part(pool.base), maxQuoteIn: part(pool.quote) };
        const exact = optimalArbitrage(pool, bid, ask, limits);
        const { quote, asked } = quoter(pool);
        const searched = await searchArbitrage(quote, pool, bid, ask, limits);
        most = Math.max(most, asked());
        expect(asked()).to.be.at.most(MOST_QUOTES);
        // Where less is to be had, the smallest unit of quote, 10^-6, is more than the millionth that is asked for.
        if (exact === null || Number(exact.profit) / 1e26 < 5) return;
        found += 1;
        expect(searched?.side).to.equal(exact.side);
        expect(Number(searched?.profit ?? 0n) / Number(exact.profit)).to.be.within(1 - 1e-6, 1 + 1e-12);
        expect(quote(exact.side, searched?.amountIn ?? 0n)).to.equal(searched?.amountOut);
      }),
      { numRuns: 2_000 },
    );
    expect(found).to.be.above(500);
    expect(most).to.be.within(5, MOST_QUOTES);
  });

  it("finds the closed form's vector: 1,000 base and 2,000,000 quote at 1,800 sell 52.668 base for 4,978.12", async () => {
    const pool: PoolState = { base: toBase(1_000), quote: toQuote(2_000_000), supply: 1n };
    const down = await searchArbitrage(quoter(pool).quote, pool, toPrice(1_800), toPrice(1_800));
    expect(Number(down?.profit ?? 0n) / 1e26).to.be.closeTo(4_978.11742902, 4_978 * 1e-6);
    const up = await searchArbitrage(quoter(pool).quote, pool, toPrice(2_500), toPrice(2_500));
    expect(Number(up?.profit ?? 0n) / 1e26).to.be.closeTo(27_158.763938594, 27_158 * 1e-6);
    expect(await searchArbitrage(quoter(pool).quote, pool, toPrice(2_000), toPrice(2_000))).to.equal(null);
  });

  it("finds nothing in a pool that refuses everything, and asks twice for it", async () => {
    const pool: PoolState = { base: toBase(1_000), quote: toQuote(2_000_000), supply: 1n };
    let asked = 0;
    const refuse = (): bigint => {
      asked += 1;
      return 0n;
    };
    expect(await searchArbitrage(refuse, pool, toPrice(1_800), toPrice(1_800))).to.equal(null);
    expect(asked).to.equal(2);
  });

  it("finds the peak of another curve: a constant sum with a rising fee", async () => {
    // out = a·1.1 − a²/10,000 of base in quote at a price of 1: the peak is at a = 500 tokens.
    const pool: PoolState = { base: toBase(10_000), quote: toQuote(10_000), supply: 1n };
    const quote = (side: Side, amountIn: bigint): bigint => {
      const tokens = Number(amountIn) / 1e18;
      return side === "sell" ? toQuote(Math.max(0, tokens * 1.1 - (tokens * tokens) / 10_000)) : 0n;
    };
    const found = await searchArbitrage(quote, pool, toPrice(1), toPrice(1));
    expect(Number(found?.amountIn ?? 0n) / 1e18).to.be.closeTo(500, 1);
    expect(Number(found?.profit ?? 0n) / 1e26).to.be.closeTo(25, 25e-6);
  });
});
