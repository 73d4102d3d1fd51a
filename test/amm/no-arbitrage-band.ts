import { expect } from "chai";
import { randomExponential, randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { bleedOfStep as bleed } from "../../src/ledger/books/liquidity-position.ts";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { liquidityOf } from "../../src/amm/spot.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { stream } from "../../src/core/random.ts";
import { priceNumber, toPrice, valueNumber } from "../../src/core/units.ts";
import type { PoolState } from "../../src/core/words.ts";

const day = 86_400;
const blocks = 5_000;
const blockSeconds = 600;
const sigmaPerDay = 0.05;
/** Fee of one side as a log price, −ln 0.997. */
const gamma = -Math.log(0.997);

/** Driftless log price, pool aligned at the start, one arbitrageur without gas or venue cost. */
function run(waits: () => number, seed: number): { readonly share: number; readonly ratio: number } {
  const normal = randomNormal.source(stream(seed, "price"))();
  let pool: PoolState = { base: 100_000n * 10n ** 18n, quote: 200_000_000n * 10n ** 6n, supply: 10n ** 18n };
  let price = toPrice(2_000);
  let [trades, profit, loss] = [0, 0, 0];
  for (let block = 0; block < blocks; block += 1) {
    const before = priceNumber(price);
    price = toPrice(before * Math.exp(sigmaPerDay * Math.sqrt(waits() / day) * normal()));
    loss -= bleed(liquidityOf(pool), before, priceNumber(price));
    const trade = optimalArbitrage(pool, price, price);
    if (trade === null) continue;
    trades += 1;
    profit += valueNumber(trade.profit);
    pool = swap(pool, trade.side, trade.amountIn).state;
  }
  return { share: trades / blocks, ratio: profit / loss };
}

describe("amm: the no-arbitrage band of the integer pool (0.3 %, σ = 5 % a day, 5,000 blocks of 10 minutes)", () => {
  const sigmaBlock = sigmaPerDay * Math.sqrt(blockSeconds / day);

  it("fixed blocks: an arbitrage in 0.543 of blocks, net profit 0.4475 of the path's loss (Nezlobin and Tassy 2025)", () => {
    const { share, ratio } = run(() => blockSeconds, 1);
    expect(share).to.be.closeTo(0.543, 0.023);
    expect(ratio).to.be.closeTo(0.4475, 0.045);
    const closedForm = 1 / (Math.SQRT2 * (gamma / sigmaBlock + 0.5826));
    expect(share).to.be.closeTo(closedForm, 0.023);
    expect(ratio).to.be.closeTo(1 / (1 + gamma / (0.5826 * sigmaBlock)), 0.045);
  });

  it("Poisson blocks: 0.495 of both (Milionis, Moallemi, Roughgarden 2023)", () => {
    const wait = randomExponential.source(stream(1, "waits"))(1 / blockSeconds);
    const { share, ratio } = run(wait, 1);
    const theory = 1 / (1 + (Math.SQRT2 * gamma) / sigmaBlock);
    expect(theory).to.be.closeTo(0.495, 5e-4);
    expect(share).to.be.closeTo(theory, 3 * 0.0131 * Math.sqrt(2_000 / blocks));
    expect(ratio).to.be.closeTo(theory, 3 * 0.0343 * Math.sqrt(2_000 / blocks));
  });
});
