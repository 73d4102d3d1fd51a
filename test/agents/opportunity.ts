import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { findOpportunity, type Opportunity } from "../../src/agents/opportunity.ts";
import type { Stock } from "../../src/agents/stock.ts";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { quoteNumber, toPrice, toQuote } from "../../src/core/units.ts";
import type { PoolState, PriceE8 } from "../../src/core/words.ts";
import { fillAt } from "../../src/market/reference-market.ts";
import { poolOf } from "./view-of.ts";

const PLENTY: Stock = { chainBase: 10n ** 40n, chainQuote: 10n ** 40n, referenceBase: 10n ** 40n, referenceQuote: 10n ** 40n };

/** What is left in quote when the trade is executed on this pool and closed at the reference market, before gas. */
function earned(pool: PoolState, price: PriceE8, cost: number, { action }: Opportunity): bigint {
  const { amountOut } = swap(pool, action.side, action.amountIn);
  expect(amountOut >= action.minAmountOut, "the executor does not revert").to.equal(true);
  if (action.side === "sell") {
    const bought = fillAt(action.amountIn, price, cost);
    return amountOut - bought.quote - bought.cost;
  }
  const sold = fillAt(-amountOut, price, cost);
  return -sold.quote - sold.cost - action.amountIn;
}

/** Bid and ask are whole multiples of 10^-8, which is a hundredth of quote's smallest unit for a token of base; the legs are rounded to a unit each. */
function rounding({ action: { side, amountIn, minAmountOut } }: Opportunity): bigint {
  return (side === "sell" ? amountIn : 2n * minAmountOut) / 10n ** 20n + 3n;
}

const anyPool = fc
  .tuple(fc.double({ min: 5, max: 1e6, noNaN: true }), fc.double({ min: 50, max: 5_000, noNaN: true }))
  .map(([base, price]) => poolOf(base, base * price));
const situation = fc.record({
  pool: anyPool,
  /** Reference over pool price. */
  ratio: fc.double({ min: 0.5, max: 2, noNaN: true }),
  cost: fc.constantFrom(0, 0.0005, 0.001, 0.002, 0.01, 0.05),
  gas: fc.bigInt({ min: 0n, max: toQuote(500) }),
  minimum: fc.bigInt({ min: 0n, max: toQuote(500) }),
});

const priceOf = (pool: PoolState, ratio: number): PriceE8 => toPrice((Number(pool.quote) / Number(pool.base)) * 1e12 * ratio);

describe("agents: an opportunity", () => {
  it("earns its gas and minimum profit after the pool's fee and the venue's cost, at the price that it was found at", () => {
    let found = 0;
    fc.assert(
      fc.property(situation, ({ pool, ratio, cost, gas, minimum }) => {
        const price = priceOf(pool, ratio);
        const opportunity = findOpportunity(pool, price, cost, PLENTY, () => gas, minimum);
        if (opportunity === null) return;
        found += 1;
        const profit = earned(pool, price, cost, opportunity) - gas;
        expect(profit >= minimum - rounding(opportunity), `${profit} of ${minimum}`).to.equal(true);
        expect(opportunity.profit >= minimum).to.equal(true);
      }),
      { numRuns: 500 },
    );
    expect(found, "not vacuous").to.be.above(100);
  });

  it("is worth what is left at the very limit: had the pool paid only minAmountOut, gas and minimum profit would still be there", () => {
    fc.assert(
      fc.property(situation, ({ pool, ratio, cost, gas, minimum }) => {
        const price = priceOf(pool, ratio);
        const opportunity = findOpportunity(pool, price, cost, PLENTY, () => gas, minimum);
        if (opportunity === null) return;
        const { side, amountIn, minAmountOut } = opportunity.action;
        const [paid, got] =
          side === "sell" ? [fillAt(amountIn, price, cost), minAmountOut] : [fillAt(-minAmountOut, price, cost), -amountIn];
        const left = got - paid.quote - paid.cost;
        expect(left >= gas + minimum - rounding(opportunity), `${left} of ${gas + minimum}`).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });

  it("there is none within the band of fee and cost, and none when gas takes it all", () => {
    const pool = poolOf(1_000, 200_000);
    for (const price of [199.5, 200, 200.5]) expect(findOpportunity(pool, toPrice(price), 0, PLENTY, () => 0n, 0n)).to.equal(null);
    expect(findOpportunity(pool, toPrice(201), 0, PLENTY, () => 0n, 0n)).not.to.equal(null);
    expect(
      findOpportunity(pool, toPrice(201), 0.005, PLENTY, () => 0n, 0n),
      "the venue's cost widens the band",
    ).to.equal(null);
    const { profit } = findOpportunity(pool, toPrice(210), 0, PLENTY, () => 0n, 0n)!;
    expect(findOpportunity(pool, toPrice(210), 0, PLENTY, () => profit - 2n, 0n)).not.to.equal(null);
    expect(findOpportunity(pool, toPrice(210), 0, PLENTY, () => profit + 2n, 0n)).to.equal(null);
    expect(findOpportunity(pool, toPrice(210), 0, PLENTY, () => 0n, profit + 2n)).to.equal(null);
  });

  it("never asks for more than the stock at hand, on chain or at the reference market", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 23n });
    const stock = fc.record({
      chainBase: amount,
      chainQuote: amount.map((x) => x / 10n ** 10n),
      referenceBase: amount,
      referenceQuote: amount.map((x) => x / 10n ** 10n),
    });
    fc.assert(
      fc.property(situation, stock, ({ pool, ratio, cost }, held) => {
        const price = priceOf(pool, ratio);
        const opportunity = findOpportunity(pool, price, cost, held, () => 0n, 0n);
        if (opportunity === null) return;
        const { side, amountIn } = opportunity.action;
        expect(amountIn <= (side === "sell" ? held.chainBase : held.chainQuote)).to.equal(true);
        // The other leg: a sale is bought back with quote, what is bought is sold from base held there, each within its price grid.
        if (side === "sell") {
          const { quote, cost: fee } = fillAt(amountIn, price, cost);
          expect(quote + fee <= held.referenceQuote + held.referenceQuote / 10n ** 6n + 2n).to.equal(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("sized at S(1 ± c) it earns more than sized at the mid, which can lose (20 bp, theory 1.3)", () => {
    const cost = 0.002;
    let [atCost, atMid, losses] = [0, 0, 0];
    for (const ratio of [0.992, 0.993, 0.994, 0.995, 1.0055, 1.006, 1.007, 1.008]) {
      const pool = poolOf(100_000, 20_000_000);
      const price = priceOf(pool, ratio);
      const opportunity = findOpportunity(pool, price, cost, PLENTY, () => 0n, 0n);
      if (opportunity !== null) atCost += quoteNumber(earned(pool, price, cost, opportunity));
      const mid = optimalArbitrage(pool, price, price);
      if (mid === null) continue;
      const action = { kind: "arbitrage", side: mid.side, amountIn: mid.amountIn, minAmountOut: 0n } as const;
      const gain = quoteNumber(earned(pool, price, cost, { action, profit: 0n }));
      atMid += gain;
      if (gain < 0) losses += 1;
      if (opportunity !== null) expect(gain).to.be.at.most(quoteNumber(earned(pool, price, cost, opportunity)));
    }
    expect(atCost).to.be.above(0);
    expect(atMid).to.be.below(atCost);
    expect(losses).to.be.above(0);
  });
});
