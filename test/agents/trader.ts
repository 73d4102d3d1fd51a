import { expect } from "chai";
import { describe, it } from "mocha";
import { agentSettings, type AgentSettings } from "../../src/agents/settings.ts";
import { traders } from "../../src/agents/trader.ts";
import { amountOut } from "../../src/amm/uniswap-v2.ts";
import { stream } from "../../src/core/random.ts";
import { baseNumber, quoteNumber } from "../../src/core/units.ts";
import type { Action } from "../../src/core/words.ts";
import { only, pool, poolOf, type Shown, viewOf, waitingTx } from "./view-of.ts";

const accounts = Array.from({ length: 200 }, (_, i) => `trader-${i + 1}`);
type Trade = Extract<Action, { kind: "trade" }>;

/** Orders of so many blocks of a crowd that is never short of accounts. */
function crowd(set: Partial<AgentSettings>, blocks: number, shown: Shown = {}, seed = 1) {
  const settings = { ...agentSettings.parse({}), ...set };
  const agent = traders({ accounts, settings, repriceBlocks: 6 });
  const random = stream(seed, "traders");
  return Array.from({ length: blocks }, () => agent.decide(viewOf(shown), random));
}

const tradesOf = (blocks: ReturnType<typeof crowd>): readonly Trade[] =>
  blocks.flatMap((orders) => only(orders, "send").flatMap(({ action }) => (action.kind === "trade" ? [action] : [])));

/** A pool so large that no trade is cut. */
const huge = poolOf(1e7, 2e9);
const BLOCKS = 4_000;
const SECONDS = 13;

describe("agents: traders", () => {
  it("arrive as a Poisson process at the rate that the turnover asks for", () => {
    const set = { turnover: 0.3, traderMedian: 100_000, traderSigma: 0 };
    const counts = crowd(set, BLOCKS, { pool: huge }).map((orders) => only(orders, "send").length);
    // 0.3 a day of four billion, in trades of 100,000, in blocks of 13 s.
    const expected = (0.3 * 4e9 * SECONDS) / 86_400 / 100_000;
    const mean = counts.reduce((sum, n) => sum + n, 0) / BLOCKS;
    const variance = counts.reduce((sum, n) => sum + (n - mean) * (n - mean), 0) / (BLOCKS - 1);
    expect(mean).to.be.closeTo(expected, 4 * Math.sqrt(expected / BLOCKS));
    // Four standard errors of a Poisson variance, √((λ + 2λ²)/n).
    expect(variance).to.be.closeTo(expected, 4 * Math.sqrt((expected + 2 * expected * expected) / BLOCKS));
  });

  it("trade more when the market moves more: volume grows with volatility to the power of the surge", () => {
    const set = { turnover: 0.3, traderMedian: 100_000, traderSigma: 0 };
    const count = (surge: number, volatilityRatio: number): number =>
      tradesOf(crowd({ ...set, surge }, 1_000, { pool: huge, volatilityRatio })).length;
    const calm = count(0.5, 1);
    expect(count(0.5, 4) / calm).to.be.closeTo(2, 0.15);
    expect(count(0, 4)).to.equal(calm);
    expect(count(1, 0.25) / calm).to.be.closeTo(0.25, 0.04);
  });

  it("have log-normal sizes of the stated median and spread, on the stated side", () => {
    const trades = tradesOf(crowd({ turnover: 3, traderMedian: 2_000, traderSigma: 1.2, sellShare: 0.3 }, 60, { pool: huge }));
    const logs = trades.map(({ side, amountIn }) => Math.log(side === "sell" ? baseNumber(amountIn) * 200 : quoteNumber(amountIn)));
    const n = logs.length;
    expect(n).to.be.above(5_000);
    const mean = logs.reduce((sum, log) => sum + log, 0) / n;
    const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) * (log - mean), 0) / (n - 1));
    expect(mean).to.be.closeTo(Math.log(2_000), (4 * 1.2) / Math.sqrt(n));
    expect(deviation).to.be.closeTo(1.2, (4 * 1.2) / Math.sqrt(2 * n));
    const sold = trades.filter(({ side }) => side === "sell").length / n;
    expect(sold).to.be.closeTo(0.3, 4 * Math.sqrt((0.3 * 0.7) / n));
  });

  it("accept the quote less their tolerance, until their deadline", () => {
    const trades = tradesOf(crowd({ turnover: 50, slippageTolerance: 0.01, deadlineSeconds: 600 }, 200));
    expect(trades).to.have.length.above(50);
    for (const { side, amountIn, minAmountOut, deadline } of trades) {
      const quote = side === "sell" ? amountOut(amountIn, pool.base, pool.quote) : amountOut(amountIn, pool.quote, pool.base);
      expect(minAmountOut).to.equal((quote * 990_000n) / 1_000_000n);
      expect(deadline).to.equal(1_584_000_000 + 600);
    }
  });

  it("never trade more than a tenth of the reserve, nor what they do not hold", () => {
    const whales = { turnover: 1_000, traderMedian: 200_000, traderSigma: 1 };
    for (const { side, amountIn } of tradesOf(crowd(whales, 100)))
      expect(amountIn <= (side === "sell" ? pool.base : pool.quote) / 10n).to.equal(true);
    const poor = crowd(whales, 100, { balance: () => 0n });
    expect(tradesOf(poor)).to.deep.equal([]);
    expect(poor.flatMap((orders) => only(orders, "unaffordable"))).to.have.length.above(0);
  });

  it("an account does one thing at a time, and who finds none free stays away, however many they are", () => {
    const settings = { ...agentSettings.parse({}), turnover: 1_000, traderMedian: 1, traderSigma: 0 };
    const agent = traders({ accounts: ["trader-1", "trader-2", "trader-3"], settings, repriceBlocks: 6 });
    const busy = waitingTx("trader-2", { kind: "cancel" }, 99);
    const orders = agent.decide(viewOf({ pool: huge, pending: [busy] }), stream(1, "traders"));
    expect(only(orders, "send").map(({ from }) => from)).to.deep.equal(["trader-1", "trader-3"]);
    const away = only(orders, "unaffordable");
    expect(away).to.have.length(1);
    expect(away[0]?.count).to.be.above(1e8);
  });

  it("reprice what waits, and cancel what has expired", () => {
    const agent = traders({ accounts: ["trader-1"], settings: { ...agentSettings.parse({}), turnover: 0 }, repriceBlocks: 6 });
    const trade = (deadline: number): Trade => ({ kind: "trade", side: "sell", amountIn: 1n, minAmountOut: 1n, deadline });
    const decide = (deadline: number, priced: number) =>
      only(agent.decide(viewOf({ gwei: 8, pending: [waitingTx("trader-1", trade(deadline), priced)] }), stream(1, "t")), "replace");
    expect(decide(1_584_000_100, 95)).to.deep.equal([]);
    const [repriced] = decide(1_584_000_100, 94);
    expect(repriced).to.deep.include({ action: trade(1_584_000_100) });
    // 10 % more than the 10 gwei it carried, since the oracle says less.
    expect(repriced?.bid.maxFeePerGas).to.equal(11_000_000_000n);
    expect(decide(1_584_000_000, 94)[0]?.action, "the last second counts").to.deep.equal(trade(1_584_000_000));
    expect(decide(1_583_999_999, 94)[0]?.action).to.deep.equal({ kind: "cancel" });
  });

  it("without turnover there are none", () => {
    expect(tradesOf(crowd({ turnover: 0 }, 100))).to.deep.equal([]);
  });
});
