import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { costOf, depthTo } from "../../src/amm/depth.ts";
import { liquidityOf, poolValue, spotPrice } from "../../src/amm/spot.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { baseNumber, quoteNumber, toBase, toQuote } from "../../src/core/units.ts";
import type { PoolState } from "../../src/core/words.ts";

const thousand: PoolState = { base: 1_000n * 10n ** 18n, quote: 2_000_000n * 10n ** 6n, supply: 10n ** 16n };
/** 10^9 times as large, so that whole units do not show. */
const fine: PoolState = { base: thousand.base * 10n ** 9n, quote: thousand.quote * 10n ** 9n, supply: 10n ** 25n };

describe("amm/spot and amm/depth", () => {
  it("gives price, liquidity and value in whole tokens", () => {
    expect(spotPrice(thousand)).to.equal(2000);
    expect(liquidityOf(thousand)).to.be.closeTo(Math.sqrt(2e9), 1e-10);
    expect(poolValue(thousand, 2000)).to.equal(4_000_000);
    expect(poolValue(thousand, 2000)).to.be.closeTo(2 * liquidityOf(thousand) * Math.sqrt(2000), 1e-8); // V = 2L√S at its own price
  });

  it("pays out 1.005 % of its quote while it falls by 2 %", () => {
    expect(Number(((100 * depthTo(thousand, -0.02)) / 2_000_000).toFixed(3))).to.equal(1.005);
  });

  it("has the depth that x·y = k says on both sides", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 3, noNaN: true }), (move) => {
        const quote = Math.sqrt(1_000 * 2_000_000 * spotPrice(thousand) * (1 + move)); // y = √(k·p)
        expect(depthTo(thousand, move)).to.be.closeTo(Math.abs(quote - 2_000_000), 1e-6);
      }),
    );
  });

  it("costs what the integer swap costs", () => {
    const value = fc.double({ min: 1e3, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1_000, max: 4_000, noNaN: true }), (quoteValue, price) => {
        const worth = quoteValue * 1e9;
        const received = quoteNumber(swap(fine, "sell", toBase(worth / price)).amountOut);
        expect(costOf(thousand, "sell", quoteValue, price)).to.be.closeTo(1 - received / worth, 1e-12);
        const bought = baseNumber(swap(fine, "buy", toQuote(worth)).amountOut);
        expect(costOf(thousand, "buy", quoteValue, price)).to.be.closeTo(1 - (bought * price) / worth, 1e-12);
      }),
    );
  });

  it("costs the fee alone in the limit of a small trade at the pool's own price", () => {
    for (const side of ["sell", "buy"] as const) expect(costOf(thousand, side, 1e-6, 2000)).to.be.closeTo(0.003, 1e-9);
    expect(costOf(thousand, "buy", 1e-6, 2100)).to.be.lessThan(0);
  });
});
