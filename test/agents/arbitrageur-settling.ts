import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { arbitrageur, type ArbitrageurOptions } from "../../src/agents/arbitrageur.ts";
import type { Order } from "../../src/agents/view.ts";
import { toBase, toQuote } from "../../src/core/units.ts";
import type { Action, Tx } from "../../src/core/words.ts";
import { GWEI, type Holdings, ordersOf, type Scene, sceneView, waitingWith } from "./view.ts";

const TARGET = { base: toBase(100), quote: toQuote(20_000) };
const ASSETS = ["base", "quote"] as const;
const options: ArbitrageurOptions = {
  account: "arb",
  executor: "arb-executor",
  target: TARGET,
  latency: 0,
  cost: 0.001,
  minimumProfit: 1,
  repriceBlocks: 6,
};

/** Stock in quarters of the target: on chain and at the reference market, of base and of quote. */
const stock = (chainBase: number, referenceBase: number, chainQuote: number, referenceQuote: number, more = 0n): Holdings => ({
  "arb-executor/chain/base": (TARGET.base * BigInt(chainBase)) / 4n + more,
  "arb/reference/base": (TARGET.base * BigInt(referenceBase)) / 4n + more,
  "arb-executor/chain/quote": (TARGET.quote * BigInt(chainQuote)) / 4n + more,
  "arb/reference/quote": (TARGET.quote * BigInt(referenceQuote)) / 4n + more,
});
/** At a price where there is nothing to trade, so that only transfers are left. */
const decide = (holdings: Holdings, scene: Scene = {}): readonly Order[] =>
  arbitrageur(options).decide(sceneView({ holdings, ...scene }), () => 0.5);
const leaving = (asset: "base" | "quote", fields: Partial<Tx> = {}): Tx =>
  waitingWith({ kind: "withdraw", asset, amount: 1n }, { from: "arb", sender: "arbitrageur", priced: 98, ...fields });

describe("agents/arbitrageur: transfers between chain and reference market", () => {
  it("asks for none up to one and a half times the target", () => {
    for (const holdings of [stock(4, 4, 4, 4), stock(6, 2, 2, 6), stock(2, 6, 6, 2), stock(0, 6, 6, 0)]) {
      expect(decide(holdings)).to.deep.equal([]);
    }
  });

  it("one smallest unit above it on chain, sends what exceeds the target to the reference market, at the highest bid", () => {
    for (const [asset, holdings] of [
      ["base", stock(6, 2, 4, 4, 1n)],
      ["quote", stock(4, 4, 6, 2, 1n)],
    ] as const) {
      const amount = TARGET[asset] / 2n + 1n;
      const orders = decide(holdings);
      expect(orders).to.have.length(1);
      expect(ordersOf(orders, "send")[0]).to.deep.include({ from: "arb", action: { kind: "withdraw", asset, amount } });
      expect(ordersOf(orders, "send")[0]?.bid.expected).to.equal(20n * GWEI);
    }
  });

  it("one smallest unit above it at the reference market, asks for what exceeds the target there", () => {
    for (const [asset, holdings] of [
      ["base", stock(2, 6, 4, 4, 1n)],
      ["quote", stock(4, 4, 2, 6, 1n)],
    ] as const) {
      const amount = TARGET[asset] / 2n + 1n;
      expect(decide(holdings)).to.deep.equal([{ type: "to-chain", account: "arb", asset, amount }]);
    }
  });

  it("base and quote go their ways at the same time: a fall fills the chain with quote and the market with base", () => {
    const orders = decide(stock(0, 8, 8, 0));
    expect(ordersOf(orders, "to-chain").map(({ asset, amount }) => [asset, amount])).to.deep.equal([["base", TARGET.base]]);
    expect(ordersOf(orders, "send").map(({ action }) => action)).to.deep.equal([
      { kind: "withdraw", asset: "quote", amount: TARGET.quote },
    ]);
  });

  it("never asks for a second one of an asset while one is under way", () => {
    for (const holdings of [stock(8, 0, 0, 8), stock(0, 8, 8, 0)]) {
      expect(decide(holdings, { transit: ["arb/base", "arb/quote"] })).to.deep.equal([]);
      for (const asset of ASSETS) {
        const orders = decide(holdings, { transit: [`arb/${asset}`] });
        expect(orders).to.have.length(1);
        const [order] = orders;
        const moved = order?.type === "to-chain" ? order.asset : (ordersOf(orders, "send")[0]?.action as { asset?: string }).asset;
        expect(moved).not.to.equal(asset);
      }
    }
  });

  it("sends no second withdrawal while one waits in the mempool, of whatever asset", () => {
    for (const waits of ASSETS) {
      const orders = decide(stock(8, 0, 8, 0), { pending: [leaving(waits)] });
      expect(orders).to.deep.equal([]);
    }
  });

  it("for an asset whose withdrawal waits it asks for nothing in the other direction", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ASSETS), fc.tuple(fc.nat(16), fc.nat(16), fc.nat(16), fc.nat(16)), (asset, [a, b, c, d]) => {
        const orders = decide(stock(a, b, c, d), { pending: [leaving(asset)] });
        const asked = ordersOf(orders, "to-chain").filter((order) => order.asset === asset);
        expect(asked).to.deep.equal([]);
      }),
    );
  });

  it("another's transfer does not hold it back", () => {
    expect(decide(stock(8, 0, 4, 4), { transit: ["other/base"], pending: [leaving("base", { from: "other" })] })).to.have.length(1);
  });

  it("reprices a withdrawal that waits, and leaves its amount as it is", () => {
    const pending = [leaving("quote", { priced: 94 })];
    expect(decide(stock(4, 4, 8, 0), { block: 99, pending })).to.deep.equal([]);
    const orders = decide(stock(4, 4, 8, 0), { block: 100, pending });
    expect(orders).to.have.length(1);
    const [order] = ordersOf(orders, "replace");
    expect(order?.tx).to.equal(pending[0]);
    expect(order?.action).to.equal(pending[0]?.action);
    expect(order?.bid.expected).to.equal(15n * GWEI);
  });

  it("a withdrawal that waits does not keep it from trading", () => {
    const orders = decide(stock(4, 4, 4, 4), { prices: [190], pending: [leaving("quote")] });
    expect(ordersOf(orders, "send").map(({ action }) => action.kind)).to.deep.equal(["arbitrage"]);
  });

  it("never promises the same stock twice: a trade and the withdrawals beside it fit into what is on chain", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(12)),
        fc.constantFrom(150, 180, 220, 260),
        fc.option(fc.constantFrom(...ASSETS)),
        ([a, b, c, d], price, waits) => {
          const holdings = stock(a, b, c, d);
          const amount = (asset: "base" | "quote"): bigint => holdings[`arb-executor/chain/${asset}`] ?? 0n;
          const half: Action[] = waits === null ? [] : [{ kind: "withdraw", asset: waits, amount: amount(waits) / 2n }];
          const pending = half.map((action) => waitingWith(action, { from: "arb", sender: "arbitrageur", priced: 98 }));
          const sent = ordersOf(decide(holdings, { prices: [price], pending }), "send").map(({ action }) => action);
          for (const asset of ASSETS) {
            const out = [...half, ...sent].reduce((sum, action) => {
              if (action.kind === "withdraw" && action.asset === asset) return sum + action.amount;
              if (action.kind === "arbitrage" && (action.side === "sell" ? "base" : "quote") === asset) return sum + action.amountIn;
              return sum;
            }, 0n);
            expect(out <= amount(asset), `${out} of ${amount(asset)} ${asset}`).to.equal(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
