import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { averagePriceE8, spotPriceE8 } from "../../src/lending/oracle-price.ts";

const one = 2n ** 112n;

describe("lending/oracle-price", () => {
  it("gives the spot price of the reserves, rounded down", () => {
    expect(spotPriceE8({ base: 3n * 10n ** 18n, quote: 582_810_000n })).to.equal(19_427_000_000n);
    expect(spotPriceE8({ base: 3n * 10n ** 18n, quote: 200_000_000n })).to.equal(6_666_666_666n);
    expect(() => spotPriceE8({ base: 0n, quote: 1n })).to.throw("PairPrice_Empty");
  });

  it("averages the accumulators of Uniswap's own test: 3/3 for ten seconds, then 6/2 for ten", () => {
    // (1 + 1/3)/2 and (1 + 3)/2 of a ratio of smallest units, which is 10^20 at equal reserves.
    expect(averagePriceE8(0n, 10n * one + 10n * ((2n * one) / 6n), 20)).to.equal(66_666_666_666_666_666_666n);
    expect(averagePriceE8(0n, 10n * one + 10n * 3n * one, 20)).to.equal(2n * 10n ** 20n);
  });

  it("reads a sum that has passed 2^256", () => {
    expect(averagePriceE8(2n ** 256n - 5n * one, 5n * one, 10)).to.equal(10n ** 20n);
  });

  it("refuses what overflows on the chain", () => {
    expect(() => averagePriceE8(0n, 2n ** 190n, 1)).to.throw(/^0x4e487b710{62}11$/);
  });

  it("is the average of spot prices weighted by time, at most a unit below it", () => {
    const reserve = fc.record({
      base: fc.bigInt({ min: 10n ** 18n, max: 10n ** 24n }),
      quote: fc.bigInt({ min: 10n ** 8n, max: 10n ** 14n }),
      seconds: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(reserve, { minLength: 1, maxLength: 8 }), (spells) => {
        const elapsed = spells.reduce((sum, { seconds }) => sum + seconds, 0);
        const growth = spells.reduce((sum, { base, quote, seconds }) => sum + ((quote << 112n) / base) * BigInt(seconds), 0n);
        // Spot prices to 40 digits more than the price itself.
        const fine = 10n ** 40n;
        const weighted = spells.reduce((sum, { base, quote, seconds }) => sum + ((quote * 10n ** 20n * fine) / base) * BigInt(seconds), 0n);
        const exact = weighted / BigInt(elapsed) / fine;
        const average = averagePriceE8(0n, growth, elapsed);
        expect(average === exact || average === exact - 1n, `${average} for ${exact}`).to.equal(true);
      }),
    );
  });
});
