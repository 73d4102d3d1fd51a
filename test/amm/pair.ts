import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { burn, emptyPair, mint, type PairState, skim, swap, sync } from "../../src/amm/pair.ts";
import { passesK } from "../../src/amm/uniswap-v2.ts";
import { optimisticCases, swapCases } from "./published-cases.ts";

const token = 10n ** 18n;
const env = { time: 0, feeOn: false };

/** A pair with this deposit in it. */
function pairOf(base: bigint, quote: bigint, feeOn = false): PairState {
  return mint(emptyPair, { base, quote }, { time: 0, feeOn }).pair;
}

/** The message of what is thrown, or undefined. */
function reasonOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe("amm: the whole pair, against the numbers of Uniswap's own tests", () => {
  for (const { title, amountIn, reserve0, reserve1, amountOut } of swapCases) {
    it(title, () => {
      const pair = pairOf(reserve0, reserve1);
      const held = { base: reserve0 + amountIn, quote: reserve1 };
      expect(reasonOf(() => swap(pair, held, { base: 0n, quote: amountOut + 1n }, 0))).to.equal("UniswapV2: K");
      const { pair: after, paidIn } = swap(pair, held, { base: 0n, quote: amountOut }, 0);
      expect(paidIn).to.deep.equal({ base: amountIn, quote: 0n });
      expect(after).to.include({ base: reserve0 + amountIn, quote: reserve1 - amountOut, supply: pair.supply });
    });
  }

  for (const { title, amountIn, reserve0, reserve1, amountOut } of optimisticCases) {
    it(title, () => {
      const pair = pairOf(reserve0, reserve1);
      const held = { base: reserve0 + amountIn, quote: reserve1 };
      expect(reasonOf(() => swap(pair, held, { base: amountOut + 1n, quote: 0n }, 0))).to.equal("UniswapV2: K");
      expect(swap(pair, held, { base: amountOut, quote: 0n }, 0).pair.base).to.equal(reserve0 + amountIn - amountOut);
    });
  }

  for (const feeOn of [false, true]) {
    it(`protocol fee ${feeOn ? "on" : "off"}: 1000/1000, a swap, and all burned`, () => {
      const pair = pairOf(1000n * token, 1000n * token, feeOn);
      const out = 996006981039903216n;
      const { pair: swapped } = swap(pair, { base: 1000n * token, quote: 1001n * token }, { base: out, quote: 0n }, 0);
      const burned = burn(swapped, swapped, pair.supply - 1000n, { time: 0, feeOn });
      expect(burned.protocol).to.equal(feeOn ? 249750499251388n : 0n);
      expect(burned.pair.supply).to.equal(1000n + burned.protocol);
      if (feeOn) expect([burned.pair.base, burned.pair.quote]).to.deep.equal([1000n + 249501683697445n, 1000n + 250000187312969n]);
      expect(burned.pair.kLast).to.equal(feeOn ? burned.pair.base * burned.pair.quote : 0n);
    });
  }

  it("cumulative prices: 3/3 for ten seconds, then 6/2 for ten seconds", () => {
    const one = 2n ** 112n;
    const cumulative = (pair: PairState): readonly bigint[] => [pair.basePriceCumulative, pair.quotePriceCumulative];
    const start = pairOf(3n * token, 3n * token);
    const first = sync(start, start, 1);
    expect(cumulative(first)).to.deep.equal([one, one]);
    const { pair: second } = swap(first, { base: 6n * token, quote: 3n * token }, { base: 0n, quote: token }, 10);
    expect(cumulative(second)).to.deep.equal([10n * one, 10n * one]);
    const third = sync(second, second, 20);
    expect(cumulative(third)).to.deep.equal([10n * one + 10n * ((2n * one) / 6n), 10n * one + 10n * 3n * one]);
    // Again in the same block: nothing.
    expect(cumulative(sync(third, third, 20))).to.deep.equal(cumulative(third));
  });

  it("seconds count modulo 2^32, and the sums modulo 2^256", () => {
    const late: PairState = { ...pairOf(3n * token, 3n * token), updatedAt: 2 ** 32 - 5, basePriceCumulative: 2n ** 256n - 2n ** 112n };
    const wrapped = sync(late, late, 2 ** 32 + 7);
    expect(wrapped.updatedAt).to.equal(7);
    expect([wrapped.basePriceCumulative, wrapped.quotePriceCumulative]).to.deep.equal([11n * 2n ** 112n, 12n * 2n ** 112n]);
  });

  it("donations: whoever skims has them, whoever syncs leaves them, whoever burns shares in them", () => {
    const pair = pairOf(5n * token, 10n * token);
    const held = { base: 6n * token, quote: 12n * token };
    expect(skim(pair, held)).to.deep.equal({ base: token, quote: 2n * token });
    expect(sync(pair, held, 0)).to.include({ base: 6n * token, quote: 12n * token, supply: pair.supply });
    const { base, quote } = burn(pair, held, pair.supply / 2n, env);
    expect([base, quote]).to.deep.equal([3n * token, 6n * token]);
  });

  it("what it checks is the whitepaper's equation 11, in both tokens at once", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), ([base, quote, baseOut, quoteOut]) => {
        fc.pre(baseOut + quoteOut > 0n && base + quote > 0n);
        const pair = pairOf(10n ** 10n, 3n * 10n ** 10n);
        const held = { base: pair.base + base, quote: pair.quote + quote };
        const reason = reasonOf(() => swap(pair, held, { base: baseOut, quote: quoteOut }, 0));
        const passes = passesK(pair, { base, quote }, { base: baseOut, quote: quoteOut });
        expect(reason).to.equal(passes ? undefined : "UniswapV2: K");
      }),
    );
  });
});
