import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { optimalArbitrage, type Arbitrage, type ArbitrageLimits } from "../../src/amm/optimal-arbitrage.ts";
import { amountIn as routerAmountIn, amountOut, reservesFor, swap } from "../../src/amm/uniswap-v2.ts";
import { baseNumber, quoteNumber, toPrice, valueAt, valueNumber } from "../../src/core/units.ts";
import type { PoolState, PriceE8, Side, Value } from "../../src/core/words.ts";
import { swapToPriceCases } from "./published-cases.ts";

const thousand: PoolState = { base: 1_000n * 10n ** 18n, quote: 2_000_000n * 10n ** 6n, supply: 10n ** 16n };
/** Worth of one smallest unit of quote, in the unit of exact values. */
const quoteUnit = valueAt(0n, 1n, 1n);

/** Profit of an input at the reference prices, straight from the pool's floor. */
function profitOf(state: PoolState, side: Side, amountIn: bigint, bid: PriceE8, ask: PriceE8): Value {
  if (amountIn <= 0n) return 0n;
  const { reserveIn, reserveOut } = reservesFor(state, side);
  const out = amountOut(amountIn, reserveIn, reserveOut);
  return side === "sell" ? valueAt(-amountIn, out, ask) : valueAt(out, -amountIn, bid);
}

function at(state: PoolState, price: number, cost = 0, limits?: ArbitrageLimits): Arbitrage | null {
  return optimalArbitrage(state, toPrice(price * (1 - cost)), toPrice(price * (1 + cost)), limits);
}

describe("amm/optimal-arbitrage", () => {
  it("sells into a pool above the reference (own vector: x = 1000, y = 2,000,000, 1800)", () => {
    const trade = at(thousand, 1800);
    expect(trade?.side).to.equal("sell");
    expect(baseNumber(trade!.amountIn)).to.be.closeTo(52.668231618, 1e-6 / 1800); // inputs that buy whole units of quote are so far apart
    expect(valueNumber(trade!.profit)).to.be.closeTo(4978.11742902, 1.5e-6); // the pool's floor takes up to 10^-6 quote
  });

  it("buys from a pool below the reference (own vector: 2500)", () => {
    const trade = at(thousand, 2500);
    expect(trade?.side).to.equal("buy");
    expect(quoteNumber(trade!.amountIn)).to.be.closeTo(233411.590949, 1.5e-6);
    expect(valueNumber(trade!.profit)).to.be.closeTo(27158.763938594, 1e-8);
  });

  it("does nothing inside the band φ·p* ≤ p ≤ p*/φ, and something just outside it", () => {
    for (const price of [1994.0001, 2000, 2006.018]) expect(at(thousand, price), `${price}`).to.equal(null);
    for (const price of [1993.99, 2006.02]) expect(at(thousand, price), `${price}`).not.to.equal(null);
  });

  for (const published of swapToPriceCases) {
    it(`published: moves 10/1000 to 1:${published.token1PerToken0}`, () => {
      const state: PoolState = { base: 10n * 10n ** 18n, quote: 1_000n * 10n ** 18n, supply: 100n * 10n ** 18n };
      const price = published.token1PerToken0 * quoteUnit; // both tokens have 18 decimals there
      const side = published.zeroForOne ? "sell" : "buy";
      expect(swap(state, side, published.amountIn).amountOut).to.equal(published.amountOut);
      const trade = optimalArbitrage(state, price, price);
      expect(trade?.side).to.equal(side);
      // The library rounds the same optimum its own way: its trade may be up to two units of the dearer token from the best one.
      const apart = published.zeroForOne ? trade!.amountIn - published.amountIn : trade!.amountOut - published.amountOut;
      expect(apart >= -2n && apart <= 2n, `${apart} wei apart`).to.equal(true);
      expect(trade!.profit >= profitOf(state, side, published.amountIn, price, price)).to.equal(true);
    });
  }

  const reserves = fc.tuple(fc.bigInt({ min: 10n ** 15n, max: 10n ** 25n }), fc.bigInt({ min: 10n ** 6n, max: 10n ** 16n }));
  const cost = fc.bigInt({ min: 0n, max: 10_000n }); // parts in 10^6
  const move = fc.bigInt({ min: 300_000n, max: 3_000_000n }); // reference over pool price, parts in 10^6

  it("no neighbour earns more by as much as 1 wei of base, with and without limits", () => {
    const share = fc.option(fc.bigInt({ min: 0n, max: 100_000n }), { nil: undefined });
    let seen = 0;
    fc.assert(
      fc.property(reserves, move, cost, share, ([base, quote], ratio, c, limit) => {
        const state = { base, quote, supply: 10n ** 18n };
        const price = (quote * quoteUnit * ratio) / (base * 1_000_000n);
        const [bid, ask] = [(price * (1_000_000n - c)) / 1_000_000n, (price * (1_000_000n + c)) / 1_000_000n];
        fc.pre(bid > 0n);
        const limits = limit === undefined ? {} : { maxBaseIn: (base * limit) / 1_000_000n, maxQuoteIn: (quote * limit) / 1_000_000n };
        const trade = optimalArbitrage(state, bid, ask, limits);
        if (trade === null) return;
        seen += 1;
        const { side, amountIn } = trade;
        const most = side === "sell" ? limits.maxBaseIn : limits.maxQuoteIn;
        expect(most === undefined || amountIn <= most).to.equal(true);
        expect(profitOf(state, side, amountIn, bid, ask)).to.equal(trade.profit);
        const slack = ask < quoteUnit ? ask : quoteUnit;
        const steps = [1n, 2n, 3n, 10n, 1_000n, amountIn / 1_000n, amountIn / 10n, amountIn];
        for (const other of steps.flatMap((step) => [amountIn - step, amountIn + step])) {
          if (most !== undefined && other > most) continue;
          const gain = profitOf(state, side, other, bid, ask) - trade.profit;
          expect(gain < slack, `${other} instead of ${amountIn} earns ${gain} more`).to.equal(true);
        }
        // The smallest input for its output.
        const { reserveIn, reserveOut } = reservesFor(state, side);
        if (amountIn > 1n) expect(amountOut(amountIn - 1n, reserveIn, reserveOut) < trade.amountOut).to.equal(true);
      }),
      { numRuns: 400 },
    );
    expect(seen).to.be.greaterThan(200);
  });

  it("is as good as the best of all inputs tried one by one on small pools", () => {
    const small = fc.bigInt({ min: 1n, max: 400n });
    fc.assert(
      fc.property(small, small, move, fc.option(small, { nil: undefined }), (base, quote, ratio, limit) => {
        const state = { base, quote, supply: 1_000n };
        const price = (quote * quoteUnit * ratio) / (base * 1_000_000n);
        const limits = limit === undefined ? {} : { maxBaseIn: limit, maxQuoteIn: limit };
        const trade = optimalArbitrage(state, price, price, limits);
        let best = 0n;
        for (const side of ["sell", "buy"] as const) {
          for (let paid = 1n; paid <= (limit ?? 1_000n); paid += 1n) {
            const profit = profitOf(state, side, paid, price, price);
            if (profit > best) best = profit;
          }
        }
        const slack = price < quoteUnit ? price : quoteUnit;
        expect(best - (trade?.profit ?? 0n) < slack, `best ${best}, found ${trade?.profit}`).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no arbitrage worth a thousandth of the first behind", () => {
    fc.assert(
      fc.property(reserves, move, ([base, quote], ratio) => {
        const state = { base: base * 1_000n, quote: quote * 1_000n, supply: 10n ** 18n };
        const price = (quote * quoteUnit * ratio) / (base * 1_000_000n);
        const trade = optimalArbitrage(state, price, price);
        if (trade === null || trade.profit < 1_000_000n * quoteUnit) return;
        const rest = optimalArbitrage(swap(state, trade.side, trade.amountIn).state, price, price);
        expect(rest === null || rest.profit * 1_000n < trade.profit).to.equal(true);
      }),
    );
  });

  it("with a venue cost sizes at the ask when it must buy back, at the bid when it sells on", () => {
    const [sold, bought] = [at(thousand, 1800, 0.002), at(thousand, 2500, 0.002)];
    expect(sold?.amountIn).to.equal(at(thousand, 1800 * 1.002)?.amountIn);
    expect(bought?.amountIn).to.equal(at(thousand, 2500 * 0.998)?.amountIn);
    expect(at(thousand, 1992, 0.002)).to.equal(null); // 1992·1.002 is inside the band
  });

  it("pays no more than it holds, and nothing when it holds nothing", () => {
    const limited = at(thousand, 1800, 0, { maxBaseIn: 10n ** 18n });
    const { state } = swap(thousand, "sell", 10n ** 18n);
    expect(limited!.amountIn <= 10n ** 18n).to.equal(true);
    expect(limited!.amountOut).to.equal(thousand.quote - state.quote);
    expect(at(thousand, 1800, 0, { maxBaseIn: 0n })).to.equal(null);
    expect(at(thousand, 1800, 0, { maxQuoteIn: 0n })).to.deep.equal(at(thousand, 1800));
  });

  it("pays the smallest input for its output where the quotient is whole, and the router asks one more", () => {
    const state: PoolState = { base: 997n, quote: 2n, supply: 44n };
    expect(optimalArbitrage(state, 10n ** 16n, 10n ** 16n)).to.include({ side: "sell", amountIn: 1_000n, amountOut: 1n });
    expect(routerAmountIn(1n, 997n, 2n)).to.equal(1_001n);
  });

  it("finds nothing in an empty pool, and refuses prices that cannot be", () => {
    expect(at({ base: 0n, quote: 0n, supply: 0n }, 2000)).to.equal(null);
    expect(() => optimalArbitrage(thousand, 0n, 1n))
      .to.throw()
      .with.property("code", "ARBITRAGE_PRICES");
    expect(() => optimalArbitrage(thousand, 2n, 1n))
      .to.throw()
      .with.property("code", "ARBITRAGE_PRICES");
  });
});
