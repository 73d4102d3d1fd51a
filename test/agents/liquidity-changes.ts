import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { type LiquidityChange, liquidityProviders } from "../../src/agents/liquidity-provider.ts";
import { addLiquidity, removeLiquidity } from "../../src/amm/uniswap-v2.ts";
import type { Action, PoolState } from "../../src/core/words.ts";
import { NOW, ordersOf, poolOf, sceneView } from "./view.ts";

const noDraw = (): number => {
  throw new Error("liquidity providers follow a record and draw nothing");
};
const at = (time: number, logChange: number): LiquidityChange => ({ time, logChange });

/** The pool after an action of the liquidity providers. */
function after(pool: PoolState, action: Action | undefined): PoolState {
  if (action?.kind === "add-liquidity") return addLiquidity(pool, action.base, action.quote).state;
  if (action?.kind === "remove-liquidity") return removeLiquidity(pool, action.liquidity).state;
  return pool;
}

const logGrowth = (from: PoolState, to: PoolState): number =>
  (Math.log(Number(to.base) / Number(from.base)) + Math.log(Number(to.quote) / Number(from.quote))) / 2;

describe("agents/liquidity-provider: a record of changes", () => {
  const somePool = fc
    .tuple(fc.integer({ min: 100, max: 1_000_000 }), fc.integer({ min: 10, max: 5_000 }))
    .map(([base, price]) => poolOf(base, base * price));
  const someChange = fc.integer({ min: -15_000, max: 15_000 }).map((parts) => (parts === 0 ? 1 : parts) / 10_000);

  it("√(xy) changes by the logarithm that the record says, through the router", () => {
    fc.assert(
      fc.property(somePool, someChange, (pool, logChange) => {
        const agent = liquidityProviders("others", [at(NOW, logChange)], 6);
        const [order] = ordersOf(agent.decide(sceneView({ pool, balance: () => 10n ** 40n }), noDraw), "send");
        expect(order?.action.kind).to.equal(logChange > 0 ? "add-liquidity" : "remove-liquidity");
        // The share is a whole number of 10^-9, and what is left of it is divided by what remains; integers of the pool are finer but for 10 quote units.
        const bound = 1e-9 * Math.max(1, Math.exp(-logChange)) + 4e-9;
        expect(logGrowth(pool, after(pool, order?.action))).to.be.closeTo(logChange, bound);
      }),
    );
  });

  it("each change is made once, at the first block at or after its time, and those of one block together", () => {
    const changes = [at(NOW, 0.1), at(NOW + 5, 0.2), at(NOW + 12, -0.05), at(NOW + 26, 0.3), at(NOW + 1_000, 0.4)];
    const agent = liquidityProviders("others", changes, 6);
    let pool = poolOf(1_000, 200_000);
    const grown = [-1, 12, 25, 26, 27, 999, 1_013, 5_000].map((seconds) => {
      const view = sceneView({ pool, time: NOW + seconds, balance: () => 10n ** 40n });
      const sent = ordersOf(agent.decide(view, noDraw), "send");
      expect(sent.length).to.be.at.most(1);
      const before = pool;
      pool = after(pool, sent[0]?.action);
      return Number(logGrowth(before, pool).toFixed(7));
    });
    expect(grown).to.deep.equal([0, 0.25, 0, 0.3, 0, 0, 0.4, 0]);
  });

  it("over any clock every change is made exactly once", () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(gaps, fc.array(fc.tuple(fc.nat(300), someChange), { maxLength: 10 }), (steps, drafts) => {
        const changes = drafts.map(([seconds, logChange]) => at(NOW + seconds, logChange / 10)).sort((a, b) => a.time - b.time);
        const agent = liquidityProviders("others", changes, 6);
        let pool = poolOf(100_000, 20_000_000);
        const start = pool;
        let time = NOW;
        for (const step of steps) {
          time += step;
          const sent = ordersOf(agent.decide(sceneView({ pool, time, balance: () => 10n ** 40n }), noDraw), "send");
          pool = after(pool, sent[0]?.action);
        }
        const expected = changes.filter((change) => change.time <= time).reduce((total, change) => total + change.logChange, 0);
        expect(logGrowth(start, pool)).to.be.closeTo(expected, 1e-7);
      }),
    );
  });

  it("removes no more than is held, and reports what cannot be paid, once", () => {
    const held = (amount: bigint, logChange: number) =>
      liquidityProviders("others", [at(NOW, logChange)], 6).decide(
        sceneView({ holdings: { "others/chain/liquidity": amount, "others/chain/base": amount } }),
        noDraw,
      );
    const { supply } = poolOf(1_000, 200_000);
    const [little] = ordersOf(held(supply / 10n, -0.5), "send");
    expect(little?.action).to.deep.include({ kind: "remove-liquidity", liquidity: supply / 10n });
    expect(held(0n, -0.5)).to.deep.equal([{ type: "unaffordable", account: "others", count: 1 }]);
    expect(held(10n ** 30n, 0.5), "base enough, no quote").to.deep.equal([{ type: "unaffordable", account: "others", count: 1 }]);
    const agent = liquidityProviders("others", [at(NOW, 0.5)], 6);
    expect(agent.decide(sceneView(), noDraw)).to.have.length(1);
    expect(agent.decide(sceneView({ balance: () => 10n ** 40n }), noDraw), "no second attempt").to.deep.equal([]);
  });

  it("bids the highest and leaves a day to be mined", () => {
    const [order] = ordersOf(
      liquidityProviders("others", [at(NOW, 0.1)], 6).decide(sceneView({ balance: () => 10n ** 40n }), noDraw),
      "send",
    );
    expect(order?.bid.expected).to.equal(20n * 10n ** 9n);
    expect(order?.action).to.include({ deadline: NOW + 86_400 });
  });
});
