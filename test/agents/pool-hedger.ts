import { expect } from "chai";
import { describe, it } from "mocha";
import { poolHedger } from "../../src/agents/pool-hedger.ts";
import { amountOut } from "../../src/amm/uniswap-v2.ts";
import { only, pool, poolOf, viewOf, waitingTx } from "./view-of.ts";

const hedger = (): ReturnType<typeof poolHedger> =>
  poolHedger({ account: "pool-hedger", share: 0.1, interval: 5, slippageTolerance: 0.01, deadlineSeconds: 600, repriceBlocks: 6 });
const never = (): number => {
  throw new Error("draws nothing");
};

describe("agents/pool-hedger", () => {
  it("sells its share of what base the pool has gained, at no less than its tolerance below the quote", () => {
    const agent = hedger();
    expect(agent.decide(viewOf({ block: 1 }), never)).to.deep.equal([]);
    const fallen = poolOf(1_010, 198_020);
    const [order] = only(agent.decide(viewOf({ block: 5, time: 1_000, pool: fallen }), never), "send");
    const sold = 10n ** 18n;
    const quoted = amountOut(sold, fallen.base, fallen.quote);
    expect(order?.action).to.deep.equal({
      kind: "trade",
      side: "sell",
      amountIn: sold,
      minAmountOut: (quoted * 99n) / 100n,
      deadline: 1_600,
    });
  });

  it("buys its share of what the pool has lost, for what it is worth in the pool", () => {
    const agent = hedger();
    agent.decide(viewOf({ block: 1 }), never);
    const risen = poolOf(990, 202_020);
    const [order] = only(agent.decide(viewOf({ block: 10, pool: risen }), never), "send");
    expect(order?.action).to.include({ kind: "trade", side: "buy", amountIn: (10n ** 18n * risen.quote) / risen.base });
  });

  it("does nothing between two hedges, nor where nothing has changed, and says when it cannot pay", () => {
    const agent = hedger();
    agent.decide(viewOf({ block: 1 }), never);
    expect(agent.decide(viewOf({ block: 4, pool: poolOf(1_010, 198_020) }), never)).to.deep.equal([]);
    expect(agent.decide(viewOf({ block: 5, pool }), never)).to.deep.equal([]);
    const poor = agent.decide(viewOf({ block: 10, pool: poolOf(1_010, 198_020), balance: () => 0n }), never);
    expect(poor).to.deep.equal([{ type: "unaffordable", account: "pool-hedger", count: 1 }]);
  });

  it("waits for what is pending, and offers it more in time", () => {
    const agent = hedger();
    const action = { kind: "trade", side: "sell", amountIn: 1n, minAmountOut: 0n, deadline: 2_000_000_000 } as const;
    const pending = [waitingTx("pool-hedger", action, 95)];
    expect(agent.decide(viewOf({ block: 100, pending }), never)).to.deep.equal([]);
    expect(only(agent.decide(viewOf({ block: 101, pending }), never), "replace")).to.have.length(1);
  });
});
