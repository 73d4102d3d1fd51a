import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findOpportunity } from "../../../src/agents/opportunity.ts";
import { optimalArbitrage } from "../../../src/amm/optimal-arbitrage.ts";
import { swapFee } from "../../../src/amm/swap-fee.ts";
import { baseNumber, priceNumber, quoteNumber, toBase, toPrice, toQuote, valueNumber } from "../../../src/core/units.ts";
import type { PoolState } from "../../../src/core/words.ts";
import { arbitrageStep, poolChange } from "../../../src/sweep/kernel/arbitrage-step.ts";

/** Evenly between two numbers in millionths of the way. */
const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.noBias(fc.integer({ min: 0, max: 1e6 })).map((part) => low + (part / 1e6) * (high - low));

/** A pool of 10^5 to 10^9 of quote, its fee, and a reference price up to a half away from its own. */
const cases = fc
  .record({ logQuote: between(Math.log(1e5), Math.log(1e9)), logPrice: between(Math.log(1), Math.log(1e5)), gap: between(-0.5, 0.5) })
  .map(({ logQuote, logPrice, gap }) => ({ quote: Math.exp(logQuote), poolPrice: Math.exp(logPrice), price: Math.exp(logPrice + gap) }));
const fees = fc.oneof(fc.constant(0.003), between(0.000_01, 0.05));
const costs = fc.oneof(fc.constant(0), between(0, 0.01));

function stateOf(quote: number, poolPrice: number, fee: number): PoolState {
  return { base: toBase(quote / poolPrice), quote: toQuote(quote), supply: 10n ** 18n, fee: swapFee(fee) };
}

describe("sweep/arbitrage-step", () => {
  it("sells into a pool above the reference and buys from one below it (x = 1000, y = 2,000,000, fee 0.003)", () => {
    const change = poolChange();
    expect(arbitrageStep(1000, 2e6, 1800, 1800, 0.997, 0, change)).to.be.closeTo(4978.11742902, 1e-8);
    expect(change.base).to.be.closeTo(52.668231618, 1e-10);
    expect(arbitrageStep(1000, 2e6, 2500, 2500, 0.997, 0, change)).to.be.closeTo(27158.763938594, 1e-8);
    expect(change.quote).to.be.closeTo(233411.590949, 1e-6);
  });

  it("moves the pool to the prices that the periphery published (10 and 1000 tokens to 1:90)", () => {
    const change = poolChange();
    arbitrageStep(10, 1000, 90, 90, 0.997, 0, change);
    expect(change.base).to.be.closeTo(0.526682316179835569, 1e-13);
    expect(-change.quote).to.be.closeTo(49.890467170695440744, 1e-11);
  });

  it("does nothing inside the band, and leaves the record as it was", () => {
    const change = { base: 7, quote: 8 };
    for (const price of [1994.001, 2000, 2006.018]) expect(arbitrageStep(1000, 2e6, price, price, 0.997, 0, change)).to.equal(0);
    expect(arbitrageStep(1000, 2e6, 1799, 1800, 0.997, 4978.118, change)).to.equal(0);
    expect(change).to.deep.equal({ base: 7, quote: 8 });
  });

  it("is the exact integer optimum to 1e-9 of the reserves", () => {
    fc.assert(
      fc.property(cases, fees, costs, ({ quote, poolPrice, price }, fee, cost) => {
        const state = stateOf(quote, poolPrice, fee);
        const [bid, ask] = [toPrice(price * (1 - cost)), toPrice(price * (1 + cost))];
        const exact = optimalArbitrage(state, bid, ask);
        const change = poolChange();
        const [x, y] = [baseNumber(state.base), quoteNumber(state.quote)];
        const kept = 1 - Math.round(fee * 1e6) / 1e6;
        const profit = arbitrageStep(x, y, priceNumber(bid), priceNumber(ask), kept, 0, change);
        if (exact === null || profit === 0) {
          expect(Math.max(profit, valueNumber(exact?.profit ?? 0n))).to.be.at.most(1e-9 * y);
          return;
        }
        const [paid, received] = exact.side === "sell" ? [change.base / x, -change.quote / y] : [change.quote / y, -change.base / x];
        const integers =
          exact.side === "sell"
            ? [baseNumber(exact.amountIn) / x, quoteNumber(exact.amountOut) / y]
            : [quoteNumber(exact.amountIn) / y, baseNumber(exact.amountOut) / x];
        expect(paid).to.be.closeTo(integers[0]!, 1e-9);
        expect(received).to.be.closeTo(integers[1]!, 1e-9);
        expect(profit / y).to.be.closeTo(valueNumber(exact.profit) / y, 1e-9);
      }),
      { numRuns: 2_000 },
    );
  });

  it("decides as the arbitrageur does, but where his profit is within two units of quote and one of price of the least", () => {
    const unlimited = 1n << 112n;
    const stock = { chainBase: unlimited, chainQuote: unlimited, referenceBase: unlimited, referenceQuote: unlimited };
    fc.assert(
      fc.property(cases, fees, costs, ({ quote, poolPrice, price }, fee, cost) => {
        const state = stateOf(quote, poolPrice, fee);
        const change = poolChange();
        const [x, y, at] = [baseNumber(state.base), quoteNumber(state.quote), priceNumber(toPrice(price))];
        const share = Math.round(cost * 1e6) / 1e6;
        const kept = 1 - Math.round(fee * 1e6) / 1e6;
        const profit = arbitrageStep(x, y, at * (1 - share), at * (1 + share), kept, 0, change);
        const slack = 2e-6 + 1e-8 * Math.abs(change.base) + 1e-14 * y;
        const acts = (least: number): boolean => findOpportunity(state, toPrice(price), cost, stock, () => 0n, toQuote(least)) !== null;
        expect(acts(profit + slack)).to.equal(false);
        if (profit > slack) expect(acts(profit - slack)).to.equal(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
