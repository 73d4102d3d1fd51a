import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { sandwich } from "../../src/amm/sandwich.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { anyAttack } from "./any-attack.ts";
import { breakEvenVictim, feeFreeProfit, mostBorne, outputOf, profitInDoubles, sandwichCases } from "./sandwich-in-doubles.ts";

describe("amm: sandwiches in doubles", () => {
  for (const vector of sandwichCases) {
    it(vector.title, () => {
      const { x, y, phi, victim, slippage, most, profit } = vector;
      expect(mostBorne(vector)).to.be.closeTo(most, 1e-9);
      expect(profitInDoubles(x, y, phi, [victim], most)).to.be.closeTo(profit, 1e-9);
      const bought = outputOf(most, x, y, phi);
      const got = outputOf(victim, x + most, y - bought, phi);
      expect(got / outputOf(victim, x, y, phi)).to.be.closeTo(1 - slippage, 1e-12);
    });
  }

  it("the victim of the first vector gets its minimum of 19,644.444884501518", () => {
    expect(outputOf(10, 1_000, 2_000_000, 0.997) * 0.995).to.be.closeTo(19644.444884501518, 1e-9);
  });

  it("a victim of 1 with 0.5 % costs the attacker 0.01005", () => {
    const small = { ...sandwichCases[0]!, victim: 1 };
    expect(profitInDoubles(1_000, 2_000_000, 0.997, [1], mostBorne(small))).to.be.closeTo(-0.01005, 5e-6);
  });

  it("without a fee the formula of profit is the swaps one by one, rising towards the victim's whole input", () => {
    for (const front of [0.1, 1, 10, 100, 1e3, 1e4]) {
      expect(feeFreeProfit(1_000, 10, front)).to.be.closeTo(profitInDoubles(1_000, 2_000_000, 1, [10], front), 1e-9);
      expect(feeFreeProfit(1_000, 10, front * 1.1)).to.be.above(feeFreeProfit(1_000, 10, front));
    }
    expect(feeFreeProfit(1_000, 10, 1e6)).to.be.closeTo(10, 0.02);
  });

  it("breaks even at a victim of 0.0030135474 of the reserve, where the profit's slope at zero changes its sign", () => {
    expect(breakEvenVictim(0.997)).to.be.closeTo(0.0030135474, 1e-10);
    const slope = (victim: number): number => profitInDoubles(1, 1, 0.997, [victim], 1e-6) / 1e-6;
    expect(slope(0.0030135474 * 0.999)).to.be.below(0);
    expect(slope(0.0030135474 * 1.001)).to.be.above(0);
  });
});

describe("amm/sandwich", () => {
  it("is the swaps of the pool one after another, and back", () => {
    let counted = 0;
    fc.assert(
      fc.property(anyAttack, fc.integer({ min: 1, max: 1_000 }), ({ pool, side, victims }, perMille) => {
        const frontIn = ((side === "sell" ? pool.base : pool.quote) * BigInt(perMille)) / 1_000n + 1n;
        const found = sandwich(pool, side, frontIn, victims);
        if (found === null) return;
        counted += 1;
        const front = swap(pool, side, frontIn);
        let state = front.state;
        victims.forEach(({ amountIn, minAmountOut }, index) => {
          const own = swap(state, side, amountIn);
          state = own.state;
          expect(own.amountOut).to.equal(found.victimOuts[index]);
          expect(own.amountOut >= minAmountOut).to.equal(true);
        });
        const back = swap(state, side === "sell" ? "buy" : "sell", front.amountOut);
        expect([found.frontOut, found.backOut]).to.deep.equal([front.amountOut, back.amountOut]);
        expect(found.profit).to.equal(back.amountOut - frontIn);
      }),
      { numRuns: 1_000 },
    );
    expect(counted).to.be.above(100);
  });

  it("is none where the front-run or a victim gets nothing, or a victim 1 less than its minimum", () => {
    const pool = { base: 1_000n, quote: 1_000_000n, supply: 1n };
    expect(sandwich(pool, "buy", 1_000n, [])).to.equal(null);
    expect(sandwich(pool, "buy", 10_000n, [{ amountIn: 1_000n, minAmountOut: 0n }])).to.equal(null);
    const got = sandwich(pool, "buy", 10_000n, [{ amountIn: 10_000n, minAmountOut: 0n }])!.victimOuts[0]!;
    expect(sandwich(pool, "buy", 10_000n, [{ amountIn: 10_000n, minAmountOut: got }])).not.to.equal(null);
    expect(sandwich(pool, "buy", 10_000n, [{ amountIn: 10_000n, minAmountOut: got + 1n }])).to.equal(null);
  });
});
