import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  addLiquidity,
  amountIn,
  amountOut,
  firstLiquidity,
  minimumLiquidity,
  passesK,
  removeLiquidity,
  reservesFor,
  swap,
} from "../../src/amm/uniswap-v2.ts";
import type { PoolState, Side } from "../../src/core/words.ts";
import { optimisticCases, swapCases } from "./published-cases.ts";

const reserve = fc.bigInt({ min: 1_000_000n, max: 2n ** 104n });
const amount = fc.bigInt({ min: 1n, max: 2n ** 100n });
const side = fc.constantFrom<Side>("sell", "buy");
const pool: fc.Arbitrary<PoolState> = fc
  .tuple(reserve, reserve)
  .map(([base, quote]) => addLiquidity({ base: 0n, quote: 0n, supply: 0n }, base, quote).state);

describe("amm/uniswap-v2", () => {
  for (const { title, amountIn: paid, reserve0, reserve1, amountOut: out } of swapCases) {
    it(`published: ${title}`, () => {
      expect(amountOut(paid, reserve0, reserve1)).to.equal(out);
      const reserves = { base: reserve0, quote: reserve1 };
      expect(passesK(reserves, { base: paid, quote: 0n }, { base: 0n, quote: out })).to.equal(true);
      expect(passesK(reserves, { base: paid, quote: 0n }, { base: 0n, quote: out + 1n })).to.equal(false);
    });
  }

  for (const { title, amountIn: paid, reserve0, reserve1, amountOut: out } of optimisticCases) {
    it(`published: ${title}`, () => {
      const reserves = { base: reserve0, quote: reserve1 };
      expect(passesK(reserves, { base: paid, quote: 0n }, { base: out, quote: 0n })).to.equal(true);
      expect(passesK(reserves, { base: paid, quote: 0n }, { base: out + 1n, quote: 0n })).to.equal(false);
    });
  }

  it("the output is the largest that the pair's check lets through", () => {
    fc.assert(
      fc.property(amount, reserve, reserve, (paid, base, quote) => {
        const out = amountOut(paid, base, quote);
        expect(passesK({ base, quote }, { base: paid, quote: 0n }, { base: 0n, quote: out })).to.equal(true);
        expect(passesK({ base, quote }, { base: paid, quote: 0n }, { base: 0n, quote: out + 1n })).to.equal(false);
      }),
    );
  });

  it("the router's input buys the output, and two less do not", () => {
    fc.assert(
      fc.property(reserve, reserve, fc.double({ min: 0, max: 0.99, noNaN: true }), (reserveIn, reserveOut, share) => {
        const out = 1n + (reserveOut * BigInt(Math.floor(share * 1e9))) / 10n ** 9n;
        const paid = amountIn(out, reserveIn, reserveOut);
        expect(amountOut(paid, reserveIn, reserveOut) >= out).to.equal(true);
        if (paid > 2n) expect(amountOut(paid - 2n, reserveIn, reserveOut) < out).to.equal(true);
      }),
    );
  });

  it("a swap moves both reserves by what was paid, keeps the supply and never lowers the product", () => {
    fc.assert(
      fc.property(pool, side, amount, (before, direction, paid) => {
        const { reserveIn, reserveOut } = reservesFor(before, direction);
        fc.pre(amountOut(paid, reserveIn, reserveOut) > 0n);
        const { state, amountOut: out } = swap(before, direction, paid);
        const after = reservesFor(state, direction);
        expect([after.reserveIn - reserveIn, reserveOut - after.reserveOut, state.supply]).to.deep.equal([paid, out, before.supply]);
        expect(state.base * state.quote >= before.base * before.quote).to.equal(true);
      }),
    );
  });

  it("a deposit takes no more than desired, and what it minted never returns more than it took", () => {
    fc.assert(
      fc.property(pool, amount, amount, (before, baseDesired, quoteDesired) => {
        let added;
        try {
          added = addLiquidity(before, baseDesired, quoteDesired);
        } catch {
          return; // too small to mint anything
        }
        expect(added.base <= baseDesired && added.quote <= quoteDesired).to.equal(true);
        expect(added.state.base * before.supply >= before.base * added.state.supply).to.equal(true);
        let removed;
        try {
          removed = removeLiquidity(added.state, added.minted);
        } catch {
          return; // too small to be worth a unit of both
        }
        expect(removed.base <= added.base && removed.quote <= added.quote).to.equal(true);
        expect(removed.state.supply).to.equal(before.supply);
      }),
    );
  });

  it("the first deposit leaves 1000 units of liquidity behind for ever", () => {
    const { state, minted } = addLiquidity({ base: 0n, quote: 0n, supply: 0n }, 10n ** 18n, 4n * 10n ** 18n);
    expect(minted).to.equal(2n * 10n ** 18n - 1000n); // v2-core, UniswapV2Pair.spec.ts, "mint"
    expect(minted).to.equal(firstLiquidity(10n ** 18n, 4n * 10n ** 18n));
    expect(removeLiquidity(state, minted).state.supply).to.equal(minimumLiquidity);
  });

  it("burning all but the first 1000 leaves 1000 of each in a pool of equal amounts", () => {
    const { state, minted } = addLiquidity({ base: 0n, quote: 0n, supply: 0n }, 3n * 10n ** 18n, 3n * 10n ** 18n);
    const { state: left } = removeLiquidity(state, minted); // v2-core, UniswapV2Pair.spec.ts, "burn"
    expect(left).to.deep.equal({ base: 1000n, quote: 1000n, supply: 1000n });
  });

  const full: PoolState = { base: 10n ** 18n, quote: 10n ** 18n, supply: 10n ** 18n };
  const refusals: readonly [string, string, () => unknown][] = [
    ["an input of zero", "INSUFFICIENT_INPUT_AMOUNT", () => swap(full, "sell", 0n)],
    ["an input too small for an output", "INSUFFICIENT_OUTPUT_AMOUNT", () => swap(full, "buy", 1n)],
    ["an empty pool", "INSUFFICIENT_LIQUIDITY", () => amountOut(1n, 0n, 0n)],
    ["a reserve above 112 bits", "OVERFLOW", () => swap(full, "sell", 2n ** 112n)],
    ["an output of zero", "INSUFFICIENT_OUTPUT_AMOUNT", () => amountIn(0n, 1n, 1n)],
    ["an output of the whole reserve", "INSUFFICIENT_LIQUIDITY", () => amountIn(5n, 5n, 5n)],
    ["a first deposit below the minimum", "ds-math-sub-underflow", () => firstLiquidity(999n, 999n)],
    ["a first deposit of the minimum", "INSUFFICIENT_LIQUIDITY_MINTED", () => firstLiquidity(1000n, 1000n)],
    ["a deposit of nothing", "INSUFFICIENT_AMOUNT", () => addLiquidity(full, 0n, 1n)],
    ["a deposit of half of nothing", "INSUFFICIENT_AMOUNT", () => addLiquidity(full, 1n, 0n)],
    ["a deposit that mints nothing", "INSUFFICIENT_LIQUIDITY_MINTED", () => addLiquidity({ ...full, supply: 10n ** 9n }, 5n, 5n)],
    ["a withdrawal of nothing", "INSUFFICIENT_LIQUIDITY_BURNED", () => removeLiquidity(full, 0n)],
    ["a withdrawal of the locked liquidity", "ds-math-sub-underflow", () => removeLiquidity(full, full.supply)],
  ];
  for (const [title, code, act] of refusals) {
    it(`refuses ${title}`, () => {
      expect(act).to.throw().with.property("code", code);
    });
  }
});
