import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { costOf } from "../../src/amm/depth.ts";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { emptyPair, mint, swap as swapPair } from "../../src/amm/pair.ts";
import { feeShare, publishedFee, swapFee } from "../../src/amm/swap-fee.ts";
import { amountOut, swap } from "../../src/amm/uniswap-v2.ts";
import { toPrice } from "../../src/core/units.ts";
import type { PoolState } from "../../src/core/words.ts";

const amount = fc.bigInt({ min: 1n, max: 2n ** 112n - 1n });
const share = fc.integer({ min: 0, max: 100_000 }).map((ppm) => ppm / 1e6);

describe("amm: a pool's fee", () => {
  it("of 0.3 % is the published one, in the same integers", () => {
    expect(swapFee(0.003)).to.deep.equal(publishedFee);
    expect(publishedFee).to.deep.equal({ kept: 997n, whole: 1000n });
    expect(feeShare(publishedFee)).to.equal(0.003);
  });

  it("is the share that was asked for, in lowest terms", () => {
    for (const ppm of [0, 1, 5, 100, 500, 3_000, 10_000, 99_999, 100_000]) {
      const { kept, whole } = swapFee(ppm / 1e6);
      expect((whole - kept) * 1_000_000n).to.equal(BigInt(ppm) * whole);
      expect(feeShare({ kept, whole })).to.be.closeTo(ppm / 1e6, 1e-17);
    }
  });

  it("gives the same output whether its fraction is in lowest terms or not", () => {
    fc.assert(
      fc.property(amount, amount, amount, share, (paid, reserveIn, reserveOut, each) => {
        const fee = swapFee(each);
        const unreduced = { kept: 1_000_000n - BigInt(Math.round(each * 1e6)), whole: 1_000_000n };
        expect(amountOut(paid, reserveIn, reserveOut, fee)).to.equal(amountOut(paid, reserveIn, reserveOut, unreduced));
      }),
    );
  });

  it("is what the pair's own check asks for: the output passes, a unit more does not", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 6n, max: 10n ** 24n }), share, (paid, each) => {
        const { pair: opened } = mint(emptyPair, { base: 10n ** 21n, quote: 10n ** 22n }, { time: 0, feeOn: false });
        const pair = { ...opened, fee: swapFee(each) };
        const held = { base: pair.base + paid, quote: pair.quote };
        const out = amountOut(paid, pair.base, pair.quote, pair.fee);
        const { pair: after } = swapPair(pair, held, { base: 0n, quote: out }, 0);
        expect(after)
          .to.include({ quote: pair.quote - out })
          .and.to.have.property("fee", pair.fee);
        expect(() => swapPair(pair, held, { base: 0n, quote: out + 1n }, 0)).to.throw("UniswapV2: K");
      }),
    );
  });

  it("is the width of the band in which nobody arbitrages: |ln p/S| up to −ln(1 − fee)", () => {
    for (const each of [0.0005, 0.01]) {
      const pool: PoolState = { base: 10n ** 24n, quote: 2_000n * 10n ** 12n, supply: 1n, fee: swapFee(each) };
      const at = (factor: number): unknown => optimalArbitrage(pool, toPrice(2_000 * factor), toPrice(2_000 * factor));
      for (const inside of [(1 - each) * 1.00001, 1 / ((1 - each) * 1.00001)]) expect(at(inside)).to.equal(null);
      for (const outside of [(1 - each) / 1.00001, 1.00001 / (1 - each)]) expect(at(outside)).not.to.equal(null);
      const trade = optimalArbitrage(pool, toPrice(1_800), toPrice(1_800))!;
      // The last unit earns nothing: φ·x·y/(x + φ·D)² is the reference price (Angeris et al. 2019, section 2).
      const [x, y, paid] = [Number(pool.base) / 1e18, Number(pool.quote) / 1e6, Number(trade.amountIn) / 1e18];
      const effective = x + (1 - each) * paid;
      expect(((1 - each) * x * y) / (effective * effective) / 1_800).to.be.closeTo(1, 1e-9);
      expect(swap(pool, trade.side, trade.amountIn).amountOut).to.equal(trade.amountOut);
      expect(costOf(pool, "sell", 1e-6, 2_000)).to.be.closeTo(each, 1e-9);
    }
  });
});
