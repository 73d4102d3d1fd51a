import { expect } from "chai";
import { describe, it } from "mocha";
import { optimalSandwich } from "../../../../src/amm/optimal-sandwich.ts";
import { swapFee } from "../../../../src/amm/swap-fee.ts";
import { amountOut } from "../../../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../../../src/core/words.ts";
import { sandwichReading } from "../../../../src/venues/chain/lab/probes/sandwich-reading.ts";
import { FILL, forkOf, inFilledLab, ownPair, published } from "./filled-lab.ts";

/** Smallest victim over the reserve: φ²·(1 + v)·(1 + φ·v) = 1, the positive root. */
function breakEvenFor(phi: number): number {
  const c = 1 - 1 / (phi * phi);
  return (-(1 + phi) + Math.sqrt((1 + phi) * (1 + phi) - 4 * phi * c)) / (2 * phi);
}

describe("venues: probes of sandwiches", () => {
  it("the smallest victim that pays at 0.3 % is 0.30135474 % of the reserve, in fine units and in those of a coin of 6 decimals", async () => {
    expect(breakEvenFor(0.997)).to.be.closeTo(0.0030135474, 5e-11);
    for (const [decimals, tolerance] of [
      [18, 2e-8],
      [6, 1e-6],
    ] as const) {
      const { breakEven } = await inFilledLab(published, sandwichReading, decimals);
      expect(breakEven, `${decimals} decimals`).to.be.closeTo(0.0030135474, tolerance);
    }
  });

  for (const fee of [0.0025, 0.01]) {
    it(`at ${fee} it is the root of the marginal profit`, async () => {
      const { breakEven } = await inFilledLab(await forkOf(fee), sandwichReading, 18);
      expect(breakEven).to.be.closeTo(breakEvenFor(1 - fee), 1e-7);
    });
  }

  it("without a fee every victim pays", async () => {
    const { breakEven, victims } = await inFilledLab(
      await ownPair("FeePair", { args: ["token0", "token1", 0], fee: 0 }),
      sandwichReading,
      18,
    );
    expect(breakEven).to.be.below(1e-7);
    // Published vector for a victim of 1 % and no fee: front-run 2.521898960227, profit 0.050497475126, of 1,000.
    expect(victims[0]?.front).to.be.closeTo(0.002521898960227, 1e-8);
    expect(victims[0]?.taken).to.be.closeTo(0.0050497475126, 2e-8);
  });

  it("takes from victims of 1 and 5 % what the vectors and the exact optimum say", async () => {
    const { victims, tolerance } = await inFilledLab(published, sandwichReading, 18);
    expect(tolerance).to.equal(0.005);
    // Derived vector: x 1,000, y 2,000,000, victim 10, tolerance 0.5 %: front-run 2.525668947115, profit 0.035101765446.
    expect(victims[0]?.front).to.be.closeTo(0.002525668947115, 1e-8);
    expect(victims[0]?.taken).to.be.closeTo(0.0035101765446, 2e-8);
    const pool: PoolState = { base: FILL.base, quote: FILL.quote * 10n ** 18n, supply: 1n, fee: swapFee(0.003) };
    for (const { share, front, taken, lost } of victims) {
      const amountIn = (FILL.base * BigInt(Math.round(share * 100))) / 100n;
      const minAmountOut = (amountOut(amountIn, pool.base, pool.quote) * 995n) / 1_000n;
      const best = optimalSandwich(pool, "sell", [{ amountIn, minAmountOut }], { maxIn: pool.base });
      expect(taken / (Number(best?.profit) / Number(amountIn)), `${share}`).to.be.closeTo(1, 1e-4);
      expect(front / (Number(best?.frontIn) / Number(pool.base)), `${share}`).to.be.closeTo(1, 1e-5);
      expect(lost).to.be.closeTo(0.005, 1e-7);
    }
  });

  it("a fee of 2 % leaves nothing to take from a victim of 1 %", async () => {
    const { victims, breakEven } = await inFilledLab(await forkOf(0.02), sandwichReading, 18);
    expect(victims[0]).to.deep.equal({ share: 0.01, front: 0, taken: 0, lost: 0 });
    expect(breakEven).to.be.closeTo(breakEvenFor(0.98), 1e-7);
  });
});
