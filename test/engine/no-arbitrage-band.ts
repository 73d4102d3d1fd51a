import { expect } from "chai";
import { before, describe, it } from "mocha";
import { optimalArbitrage } from "../../src/amm/optimal-arbitrage.ts";
import { liquidityOf } from "../../src/amm/spot.ts";
import { firstLiquidity, minimumLiquidity, swap } from "../../src/amm/uniswap-v2.ts";
import type { CrashResult } from "../../src/core/result.ts";
import { baseNumber, quoteNumber, toBase, toQuote, valueNumber } from "../../src/core/units.ts";
import type { PoolState } from "../../src/core/words.ts";
import { runCrash } from "../../src/crash.ts";
import { constantGas } from "../../src/market/gas-prices.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

const BLOCKS = 5_000;
/** So many of them are run on the published bytecode as well; the share and the ratio need them all. */
const BLOCKS_ON_CHAIN = 1_000;
const SECONDS = 600;
const SIGMA = 0.05;
const START = 2_000;
const VALUE = 400_000_000;

/** Geometric Brownian motion whose logarithm has no drift, on a chain where gas is free. */
function freeGas(): Scenario {
  const calm = findScenario("calm-day");
  return {
    ...calm,
    to: calm.from + BLOCKS * SECONDS,
    market: { kind: "process", start: START, process: { kind: "gbm", driftPerDay: (SIGMA * SIGMA) / 2, volatilityPerDay: SIGMA } },
    gas: constantGas(0, 0),
  };
}

const SETTINGS = {
  "pool.value": VALUE,
  "mempool.blockProcess": "fixed",
  "mempool.blockSeconds": SECONDS,
  "market.cost": 0,
  "agents.turnover": 0,
  "agents.arbitrageurs": 1,
  "agents.arbitrageurStock": 100,
  "agents.minimumProfit": 0,
};

/** The same prices and one arbitrageur on the integer model, without a chain, a mempool or a ledger. */
function withoutChain(prices: readonly number[]): {
  readonly trades: number;
  readonly profit: number;
  readonly loss: number;
  readonly pool: PoolState;
} {
  const [base, quote] = [toBase(VALUE / 2 / START), toQuote(VALUE / 2)];
  let pool: PoolState = { base, quote, supply: firstLiquidity(base, quote) + minimumLiquidity };
  let [trades, profit, loss] = [0, 0, 0];
  for (const [i, price] of prices.entries()) {
    if (i === 0) continue;
    const [from, to] = [Math.sqrt((prices[i - 1] ?? NaN) / 1e8), Math.sqrt(price / 1e8)];
    loss += (liquidityOf(pool) * (to - from) * (to - from)) / from;
    const trade = optimalArbitrage(pool, BigInt(price), BigInt(price));
    if (trade === null) continue;
    trades += 1;
    profit += valueNumber(trade.profit);
    pool = swap(pool, trade.side, trade.amountIn).state;
  }
  return { trades, profit, loss, pool };
}

describe("engine: the no-arbitrage band of the real pair (0.3 %, σ = 5 % a day, 5,000 fixed blocks of 10 minutes)", () => {
  const perBlock = SIGMA * Math.sqrt(SECONDS / 86_400);
  const gamma = -Math.log(0.997);
  let result: CrashResult;
  let profit = 0;
  before(async () => {
    result = await runCrash({ scenario: freeGas(), seed: 1, set: SETTINGS, engine: "twin" });
    profit = -(result.series.cumulativeArbitrageMarkout.at(-1) ?? NaN);
  });

  it("every block is a block of the test: nothing fails, nothing waits, gas is free", () => {
    expect(result.crash.blocks).to.equal(BLOCKS);
    expect(result.senders).to.have.length(1);
    expect(result.senders[0]).to.include({ sender: "arbitrageur", reverted: 0, replaced: 0, stillPending: 0, gasPaid: 0 });
  });

  it(`its first ${BLOCKS_ON_CHAIN.toLocaleString("en")} blocks are those of the published bytecode, to the unit`, async () => {
    const chain = await runCrash({ scenario: freeGas(), seed: 1, set: { ...SETTINGS, "run.blocks": BLOCKS_ON_CHAIN } });
    expect(chain.engine.name).to.equal("chain");
    for (const [name, values] of Object.entries(chain.series)) {
      expect(result.series[name as keyof typeof result.series]?.slice(0, BLOCKS_ON_CHAIN + 1), name).to.deep.equal(values);
    }
    const count = chain.swaps.block.length;
    expect(count).to.be.above(0.5 * BLOCKS_ON_CHAIN);
    for (const [name, values] of Object.entries(chain.swaps)) {
      expect(result.swaps[name as keyof typeof result.swaps].slice(0, count), name).to.deep.equal(values);
    }
  });

  it("an arbitrage in 0.543 ± 0.023 of the blocks (Nezlobin and Tassy 2025, arXiv:2505.05113)", () => {
    expect(result.pool.arbitrageShare).to.be.closeTo(0.543, 0.023);
    const closedForm = 1 / (Math.SQRT2 * (gamma / perBlock + 0.5826));
    expect(closedForm).to.be.closeTo(0.543, 0.002);
  });

  it("arbitrageurs' profit net of the pool fee is 0.4475 ± 0.045 of the path's loss", () => {
    const ratio = profit / -result.pool.lossVersusRebalancing;
    expect(ratio).to.be.closeTo(0.4475, 0.045);
    const closedForm = 1 / (1 + gamma / (0.5826 * perBlock));
    expect(closedForm).to.be.closeTo(0.4475, 0.003);
  });

  it("is what the integer model does without a chain", () => {
    const model = withoutChain(result.series.priceE8);
    expect(model.trades).to.equal(result.swaps.block.length);
    expect(baseNumber(model.pool.base)).to.equal(result.series.reserveBase.at(-1));
    expect(quoteNumber(model.pool.quote)).to.equal(result.series.reserveQuote.at(-1));
    expect(model.profit).to.be.closeTo(profit, 1e-9 * VALUE);
    expect(model.loss).to.be.closeTo(-result.pool.lossVersusRebalancing, 1e-9 * VALUE);
  });

  it("what the arbitrageur keeps is what the pool lost to it", () => {
    expect(result.senders[0]?.profit).to.be.closeTo(profit, 0.01);
  });
});
