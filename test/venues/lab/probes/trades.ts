import { expect } from "chai";
import { describe, it } from "mocha";
import { costOf, depthTo } from "../../../../src/amm/depth.ts";
import { swapFee } from "../../../../src/amm/swap-fee.ts";
import { amountOut } from "../../../../src/amm/uniswap-v2.ts";
import type { PoolState } from "../../../../src/core/words.ts";
import { depthReading } from "../../../../src/venues/chain/lab/probes/depth-reading.ts";
import { largestTrade } from "../../../../src/venues/chain/lab/probes/largest-trade.ts";
import { movePrice } from "../../../../src/venues/chain/lab/probes/move-price.ts";
import { pricePush } from "../../../../src/venues/chain/lab/probes/price-push.ts";
import { slippageCurve } from "../../../../src/venues/chain/lab/probes/slippage-curve.ts";
import { trySwap } from "../../../../src/venues/chain/lab/probes/try-swap.ts";
import { FILL, forkOf, inFilledLab, published } from "./filled-lab.ts";

const QUOTE = FILL.quote * 1_000_000n;
const PRICE = 2_000;

/** Input over the reserve that moves the price by the factor `ratio` above 1: (1 + a)·(1 + φ·a) = ratio, the positive root. */
function inputFor(ratio: number, phi: number): number {
  return (-(1 + phi) + Math.sqrt((1 + phi) * (1 + phi) + 4 * phi * (ratio - 1))) / (2 * phi);
}

for (const fee of [0.003, 0.0025, 0.01, 0] as const) {
  const phi = 1 - fee;
  const pool: PoolState = { base: FILL.base, quote: QUOTE, supply: 1n, fee: swapFee(fee) };
  const binding = (): Promise<typeof published> | typeof published => (fee === 0.003 ? published : forkOf(fee));

  describe(`venues: probes of trades at a fee of ${fee}`, () => {
    it("the curve of costs is that of the exact model, and 1 − φ/(1 + φ·s)", async () => {
      const points = await inFilledLab(await binding(), slippageCurve);
      expect(points).to.have.length(18);
      for (const { side, share, cost } of points) {
        const value = share * (side === "sell" ? 1_000 * PRICE : 2_000_000);
        expect(cost, `${side} ${share}`).to.be.closeTo(costOf(pool, side, value, PRICE), 1e-8);
        expect(cost, `${side} ${share}`).to.be.closeTo(1 - phi / (1 + phi * share), 1e-8);
      }
    });

    it("depth to 2 % is what crosses the model, and 1.005 % of the reserve but for the fee", async () => {
      const { down, up } = await inFilledLab(await binding(), depthReading);
      const sold = phi * inputFor(1 / 0.98, phi);
      expect(down).to.be.closeTo(sold / (1 + sold), 1e-8);
      expect(up).to.be.closeTo(inputFor(1.02, phi), 1e-8);
      const [free, above] = [depthTo(pool, -0.02) / 2_000_000, depthTo(pool, 0.02) / 2_000_000];
      expect(free).to.be.closeTo(0.01005, 5e-6);
      expect(down / free).to.be.closeTo(1, fee === 0 ? 1e-6 : fee);
      expect(up / above).to.be.closeTo(1, fee === 0 ? 1e-6 : fee);
    });

    it("the largest trade for 1 % is (φ/0.99 − 1)/φ of the reserve, and nothing where the fee is more", async () => {
      const { sell, buy } = await inFilledLab(await binding(), largestTrade);
      const expected = Math.max(0, (phi / 0.99 - 1) / phi);
      for (const share of [sell, buy]) expect(share).to.be.closeTo(expected, 2e-8);
      if (fee === 0.003) expect(sell).to.be.closeTo(0.00709198, 1e-8);
    });

    it("moving the price and going back costs what the integer model says", async () => {
      const pushes = await inFilledLab(await binding(), pricePush);
      expect(pushes.map(({ move }) => move)).to.deep.equal([-0.2, -0.05, -0.01, 0.01, 0.05, 0.2]);
      for (const { move, capital, cost } of pushes) {
        const [reserveIn, reserveOut] = move < 0 ? [FILL.base, QUOTE] : [QUOTE, FILL.base];
        expect(capital, `${move}`).to.be.closeTo(inputFor(move < 0 ? 1 / (1 + move) : 1 + move, phi) / 2, 1e-8);
        const paid = BigInt(Math.round(2 * capital * Number(reserveIn)));
        const out = amountOut(paid, reserveIn, reserveOut, swapFee(fee));
        const back = amountOut(out, reserveOut - out, reserveIn + paid, swapFee(fee));
        expect(cost, `${move}`).to.be.closeTo(Number(paid - back) / (2 * Number(reserveIn)), 1e-9);
        if (fee === 0) expect(cost).to.be.closeTo(0, 1e-9);
        else expect(cost, "about twice the fee on the way").to.be.within(1.5 * fee * capital, 2.1 * fee * capital);
      }
    });
  });
}

describe("venues: a move of the price", () => {
  it("ends where it was wanted, and is not done", async () => {
    await inFilledLab(published, async (lab) => {
      const before = await lab.state();
      for (const move of [-0.5, -0.02, 0.3, 1]) {
        const { side, amountIn, amountOut: got } = await movePrice(lab, move);
        const { after, amountOut: out } = await trySwap(lab, side, amountIn);
        expect((Number(after.quote) / Number(after.base) / (Number(before.quote) / Number(before.base))).toFixed(7)).to.equal(
          (1 + move).toFixed(7),
        );
        expect(out).to.equal(got);
      }
      expect(await lab.state()).to.deep.equal(before);
    });
  });
});
