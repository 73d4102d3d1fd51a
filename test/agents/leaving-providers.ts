import { expect } from "chai";
import { describe, it } from "mocha";
import { leavingProviders } from "../../src/agents/leaving-providers.ts";
import type { Order, View } from "../../src/agents/view.ts";
import type { PoolState } from "../../src/core/words.ts";

const ACCOUNT = "other-lps";
const START: PoolState = { base: 100n * 10n ** 18n, quote: 20_000n * 10n ** 6n, supply: 10n ** 18n };

/** A view of nothing but the pool, the price and what the providers hold. */
function viewAt(price: number, liquidity: bigint, pool: PoolState = START, base = 0n): View {
  const view: Partial<View> = {
    block: 1,
    time: 1_000,
    pool,
    pending: [],
    price: () => BigInt(Math.round(price * 1e8)),
    balance: (_account, _place, asset) => (asset === "liquidity" ? liquidity : asset === "base" ? base : 0n),
    bid: () => ({ maxFeePerGas: 1n, maxPriorityFeePerGas: 1n, expected: 1n }),
  };
  return view as View;
}

const leaving = (orders: readonly Order[]): bigint | null => {
  const [order] = orders;
  return order?.type === "send" && order.action.kind === "remove-liquidity" ? order.action.liquidity : null;
};

const random = (): number => 0.5;

describe("agents/leaving-providers", () => {
  for (const [loss, gone] of [
    [0.05, 0],
    [0.1, 0],
    [0.15, 0.25],
    [0.2, 0.5],
    [0.25, 0.75],
    [0.3, 1],
    [0.5, 1],
  ] as const) {
    it(`at a loss of ${100 * loss} % where half leave at 20 %: ${100 * gone} % have left`, () => {
      const agent = leavingProviders({ account: ACCOUNT, exitLoss: 0.2, exitDepth: 0, exitSale: 0, repriceBlocks: 6 });
      expect(agent.decide(viewAt(200, 1_000_000n), random)).to.deep.equal([]);
      // The pool stands still: half of its value is base.
      const left = leaving(agent.decide(viewAt(200 * (1 - 2 * loss), 1_000_000n), random));
      expect(Number(left ?? 0n)).to.be.closeTo(1_000_000 * gone, 2);
    });
  }

  it("who has left is not asked again, and nobody comes back", () => {
    const agent = leavingProviders({ account: ACCOUNT, exitLoss: 0.2, exitDepth: 0, exitSale: 0, repriceBlocks: 6 });
    agent.decide(viewAt(200, 1_000n), random);
    expect(leaving(agent.decide(viewAt(120, 1_000n), random))).to.equal(500n);
    expect(agent.decide(viewAt(120, 500n), random)).to.deep.equal([]);
    expect(agent.decide(viewAt(200, 500n), random)).to.deep.equal([]);
  });

  it("a pool that has become thin drives them out too, whatever the price", () => {
    const agent = leavingProviders({ account: ACCOUNT, exitLoss: 0, exitDepth: 0.4, exitSale: 0, repriceBlocks: 6 });
    agent.decide(viewAt(200, 1_000n), random);
    expect(agent.decide(viewAt(100, 1_000n), random)).to.deep.equal([]);
    const thin = { ...START, quote: (START.quote * 6n) / 10n };
    expect(leaving(agent.decide(viewAt(200, 1_000n, thin), random))).to.equal(500n);
  });

  it("who has borrowed sells the base that he takes out, once, and keeps what he had", () => {
    const agent = leavingProviders({ account: ACCOUNT, exitLoss: 0.2, exitDepth: 0, exitSale: 1, repriceBlocks: 6 });
    const at = (price: number, liquidity: bigint, base: bigint): readonly Order[] =>
      agent.decide(viewAt(price, liquidity, START, base), random);
    expect(at(200, 1_000n, 7n)).to.deep.equal([]);
    expect(leaving(at(120, 1_000n, 7n))).to.equal(500n);
    const [sale] = at(120, 500n, 57n);
    expect(sale?.type === "send" && sale.action).to.deep.include({ kind: "trade", side: "sell", amountIn: 50n, minAmountOut: 1n });
    expect(at(120, 500n, 7n)).to.deep.equal([]);
  });
});
