import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findOpportunity } from "../../src/agents/opportunity.ts";
import type { Stock } from "../../src/agents/stock.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { toBase, toPrice, toQuote } from "../../src/core/units.ts";
import { fillAt } from "../../src/market/reference-market.ts";
import { poolOf } from "./view.ts";

const PLENTY: Stock = { chainBase: 10n ** 40n, chainQuote: 10n ** 40n, referenceBase: 10n ** 40n, referenceQuote: 10n ** 40n };
const someStock: fc.Arbitrary<Stock> = fc.record({
  chainBase: fc.bigInt({ min: 0n, max: toBase(50) }),
  chainQuote: fc.bigInt({ min: 0n, max: toQuote(10_000) }),
  referenceBase: fc.bigInt({ min: 0n, max: toBase(50) }),
  referenceQuote: fc.bigInt({ min: 0n, max: toQuote(10_000) }),
});
const someScene = fc.record({
  pool: fc.integer({ min: 100_000, max: 400_000 }).map((quote) => poolOf(1_000, quote)),
  price: fc.integer({ min: 15_000, max: 30_000 }).map((cents) => toPrice(cents / 100)),
  cost: fc.constantFrom(0, 0.001, 0.002),
  stock: someStock,
});
const pay = (): bigint => 0n;

describe("agents/opportunity: finite stock", () => {
  it("never pays into the pool more than it holds on chain", () => {
    fc.assert(
      fc.property(someScene, ({ pool, price, cost, stock }) => {
        const found = findOpportunity(pool, price, cost, stock, pay, 0n);
        if (found === null) return;
        const { side, amountIn } = found.action;
        expect(amountIn <= (side === "sell" ? stock.chainBase : stock.chainQuote)).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });

  it("never sells base to the pool that it cannot buy back at the reference market, but for two smallest units of rounding", () => {
    fc.assert(
      fc.property(someScene, ({ pool, price, cost, stock }) => {
        const found = findOpportunity(pool, price, cost, stock, pay, 0n);
        if (found?.action.side !== "sell") return;
        const fill = fillAt(found.action.amountIn, price, cost);
        expect(fill.quote + fill.cost <= stock.referenceQuote + 2n).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });

  it("never buys base from the pool that it does not hold at the reference market to sell there", () => {
    fc.assert(
      fc.property(someScene, ({ pool, price, cost, stock }) => {
        const found = findOpportunity(pool, price, cost, stock, pay, 0n);
        if (found?.action.side !== "buy") return;
        const { amountOut } = swap(pool, "buy", found.action.amountIn);
        // A smallest unit of quote buys many wei, so the last one may bring some too many.
        const unit = pool.base / pool.quote + 1n;
        expect(amountOut <= stock.referenceBase + unit, `buys ${amountOut}, can sell ${stock.referenceBase}`).to.equal(true);
      }),
      { numRuns: 400 },
    );
  });

  it("what it lacks cuts the trade down and nothing else: with more stock it never earns less", () => {
    fc.assert(
      fc.property(someScene, ({ pool, price, cost, stock }) => {
        const profitOf = (factor: bigint): bigint => {
          const more = { ...stock, chainBase: stock.chainBase * factor, chainQuote: stock.chainQuote * factor };
          const most = { ...more, referenceBase: stock.referenceBase * factor, referenceQuote: stock.referenceQuote * factor };
          return findOpportunity(pool, price, cost, most, pay, 0n)?.profit ?? 0n;
        };
        const all = findOpportunity(pool, price, cost, PLENTY, pay, 0n)?.profit ?? 0n;
        // Each profit is rounded down by up to three smallest units.
        expect(profitOf(1n) <= profitOf(2n) + 3n && profitOf(2n) <= all + 3n).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it("without stock on the side that is needed there is nothing to do", () => {
    const cheap = toPrice(150);
    const dear = toPrice(300);
    const pool = poolOf(1_000, 200_000);
    const none = (price: bigint, lack: keyof Stock): boolean =>
      findOpportunity(pool, price, 0, { ...PLENTY, [lack]: 0n }, pay, 0n) === null;
    expect([none(cheap, "chainBase"), none(cheap, "referenceQuote")]).to.deep.equal([true, true]);
    expect([none(dear, "chainQuote"), none(dear, "referenceBase")]).to.deep.equal([true, true]);
    expect([none(cheap, "chainQuote"), none(cheap, "referenceBase")]).to.deep.equal([false, false]);
    expect([none(dear, "chainBase"), none(dear, "referenceQuote")]).to.deep.equal([false, false]);
  });
});
