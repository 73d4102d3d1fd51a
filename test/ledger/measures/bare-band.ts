import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { spotPrice } from "../../../src/amm/spot.ts";
import { baseNumber, priceNumber, toPrice } from "../../../src/core/units.ts";
import type { PoolState, PriceE8 } from "../../../src/core/words.ts";
import { bareBand } from "../../../src/ledger/measures/bare-band.ts";
import { POOL } from "../transactions.ts";

/** Prices from steps of the logarithm, gaps of a factor of 20 among them. */
const prices = fc
  .array(fc.oneof(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((steps) => {
    let log = Math.log(200);
    return steps.map((step): PriceE8 => toPrice(Math.exp((log = Math.min(Math.log(2e4), Math.max(Math.log(2), log + step))))));
  });

describe("bare band", () => {
  it("after every price the pool stands within the fee of it, to the grain of its reserves", () => {
    fc.assert(
      fc.property(prices, (prices) => {
        const { poolPrice } = bareBand(POOL, prices);
        expect(poolPrice).to.have.length(prices.length);
        // The coarsest grain: a smallest unit of a quote reserve that never falls below a tenth of the first.
        const grain = 3 / (Number(POOL.quote) / 10);
        for (const [i, price] of prices.entries()) {
          const ratio = (poolPrice[i] ?? NaN) / priceNumber(price);
          expect(ratio).to.be.within(0.997 * (1 - grain), (1 + grain) / 0.997);
        }
      }),
    );
  });

  it("stays where it is while the price stays in the band", () => {
    const inside = [200, 200.5, 199.5, 200.6, 199.41].map(toPrice);
    const { poolPrice, netBase } = bareBand(POOL, inside);
    expect(poolPrice).to.deep.equal(inside.map(() => spotPrice(POOL)));
    expect(netBase).to.deep.equal(inside.map(() => 0));
  });

  it("sells to 52.6682316180 tokens where the reference is 10 % below, as in the published table (theory 1.3)", () => {
    const pool: PoolState = { base: 1_000n * 10n ** 18n, quote: 2_000_000n * 10n ** 6n, supply: 10n ** 15n };
    expect(bareBand(pool, [toPrice(1_800)]).netBase[0]).to.be.closeTo(52.668231618, 1e-8);
  });

  it("net purchase is the change of its reserve, bought when prices fall", () => {
    fc.assert(
      fc.property(prices, (prices) => {
        const { poolPrice, netBase } = bareBand(POOL, prices);
        // Fees only add to √(xy): base is at least √(k/price) of the pool without them, and quote likewise.
        for (const [i, price] of poolPrice.entries()) {
          const base = baseNumber(POOL.base) + (netBase[i] ?? NaN);
          expect(base).to.be.at.least(Math.sqrt((baseNumber(POOL.base) * 2e6) / price) * (1 - 1e-12));
        }
        expect(bareBand(POOL, prices.slice(0, 1)).netBase[0]).to.equal(netBase[0]);
      }),
    );
  });
});
