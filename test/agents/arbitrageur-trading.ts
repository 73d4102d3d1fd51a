import { expect } from "chai";
import { describe, it } from "mocha";
import { arbitrageur, type ArbitrageurOptions } from "../../src/agents/arbitrageur.ts";
import type { Order, View } from "../../src/agents/view.ts";
import { swap } from "../../src/amm/uniswap-v2.ts";
import { stream } from "../../src/core/random.ts";
import { toBase, toQuote } from "../../src/core/units.ts";
import type { Action, Tx } from "../../src/core/words.ts";
import { bidOf, GWEI, type Holdings, ordersOf, type Scene, sceneView, waitingWith } from "./view.ts";

const options: ArbitrageurOptions = {
  account: "arb",
  executor: "arb-executor",
  target: { base: toBase(100), quote: toQuote(20_000) },
  latency: 0,
  cost: 0.001,
  minimumProfit: 1,
  repriceBlocks: 6,
};
const holdings: Holdings = {
  "arb-executor/chain/base": toBase(100),
  "arb-executor/chain/quote": toQuote(20_000),
  "arb/reference/base": toBase(100),
  "arb/reference/quote": toQuote(20_000),
};
const half = (): number => 0.5;
const decide = (scene: Scene, change: Partial<ArbitrageurOptions> = {}, random = half): readonly Order[] =>
  arbitrageur({ ...options, ...change }).decide(sceneView({ holdings, ...scene }), random);
const trade: Action = { kind: "arbitrage", side: "sell", amountIn: toBase(1), minAmountOut: 1n };
const waiting = (fields: Partial<Tx> = {}): Tx => waitingWith(trade, { from: "arb", sender: "arbitrageur", ...fields });

describe("agents/arbitrageur: trading", () => {
  it("sends one trade when the reference has fallen below the pool, a sale, and one when it has risen, a purchase", () => {
    for (const [price, side] of [
      [190, "sell"],
      [210, "buy"],
    ] as const) {
      const orders = decide({ prices: [price] });
      expect(orders).to.have.length(1);
      const [order] = ordersOf(orders, "send");
      expect(order?.from).to.equal("arb");
      expect(order?.action).to.include({ kind: "arbitrage", side });
    }
    expect(decide({ prices: [200] })).to.deep.equal([]);
  });

  it("bids in the upper half of the range", () => {
    const bids = [0, 0.5, 0.999].map(
      (u) =>
        ordersOf(
          decide({ prices: [190] }, {}, () => u),
          "send",
        )[0]?.bid.expected,
    );
    expect(bids).to.deep.equal([15n * GWEI, 17_500_000_000n, 19_995_000_000n]);
  });

  it("what it sends earns the minimum after gas at its own bid, gas being worth the reference price", () => {
    const view = sceneView({ holdings, prices: [190] });
    const [order] = ordersOf(arbitrageur(options).decide(view, half), "send");
    const action = order!.action as Extract<Action, { kind: "arbitrage" }>;
    const gas = (Number(order!.bid.expected) / 1e18) * view.scheduledGas(action) * 190;
    const left = Number(action.minAmountOut) / 1e6 - (Number(action.amountIn) / 1e18) * 190 * 1.001;
    expect(left).to.be.closeTo(gas + 1, 3e-6);
    expect(swap(view.pool, "sell", action.amountIn).amountOut >= action.minAmountOut).to.equal(true);
  });

  it("dear gas, a high minimum or a dear venue leave nothing to do", () => {
    expect(decide({ prices: [197] })).to.have.length(1);
    expect(decide({ prices: [197], bid: () => bidOf(10_000n * GWEI) })).to.have.length(0);
    expect(decide({ prices: [197] }, { minimumProfit: 1_000 })).to.have.length(0);
    expect(decide({ prices: [197] }, { cost: 0.015 })).to.have.length(0);
  });

  it("acts on the price of so many blocks ago", () => {
    const side = (latency: number): unknown => {
      const [order] = ordersOf(decide({ prices: [190, 200, 210] }, { latency }), "send");
      return order === undefined ? "none" : (order.action as { readonly side?: string }).side;
    };
    expect([0, 1, 2].map(side)).to.deep.equal(["sell", "none", "buy"]);
  });

  it("waits with what is pending until its price is so many blocks old", () => {
    for (const block of [90, 93, 95]) expect(decide({ block, prices: [150], pending: [waiting()] })).to.deep.equal([]);
    for (const block of [96, 97, 200]) expect(decide({ block, prices: [190], pending: [waiting()] })).to.have.length(1);
  });

  it("then sizes it anew for the pool and price of now, at the higher bid, in the same place", () => {
    const pending = [waiting()];
    const orders = decide({ block: 96, prices: [190], pending });
    const [order] = ordersOf(orders, "replace");
    expect(orders).to.have.length(1);
    expect(order?.tx).to.equal(pending[0]);
    expect(order?.bid.maxFeePerGas).to.equal(17_500_000_000n); // above 12 gwei and a tenth
    expect(order?.action).to.deep.equal(ordersOf(decide({ prices: [190], bid: () => bidOf(17_500_000_000n) }), "send")[0]?.action);
    expect(ordersOf(decide({ block: 96, prices: [210], pending }), "replace")[0]?.action).to.include({ side: "buy" });
  });

  it("counts gas at the raised bid, not at the one it would make afresh", () => {
    const [order] = ordersOf(decide({ block: 96, prices: [190], pending: [waiting({ maxFeePerGas: 100n * GWEI })] }), "replace");
    expect(order?.bid.expected).to.equal(110n * GWEI);
    expect(order?.action).to.deep.equal(ordersOf(decide({ prices: [190], bid: () => bidOf(110n * GWEI) }), "send")[0]?.action);
    const dear = decide({ block: 96, prices: [197], pending: [waiting({ maxFeePerGas: 10_000n * GWEI })] });
    expect(ordersOf(dear, "replace")[0]?.action).to.deep.equal({ kind: "cancel" });
  });

  it("cancels when nothing is left to earn, reprices the cancellation while it waits, and trades in its place when there is something again", () => {
    const [cancel] = ordersOf(decide({ block: 96, prices: [200], pending: [waiting()] }), "replace");
    expect(cancel?.action).to.deep.equal({ kind: "cancel" });
    const pending = [waitingWith({ kind: "cancel" }, { from: "arb", sender: "arbitrageur", priced: 96 })];
    expect(decide({ block: 101, prices: [190], pending })).to.deep.equal([]);
    expect(ordersOf(decide({ block: 102, prices: [200], pending }), "replace")[0]?.action).to.deep.equal({ kind: "cancel" });
    expect(ordersOf(decide({ block: 102, prices: [190], pending }), "replace")[0]?.action).to.include({ kind: "arbitrage" });
  });

  it("has one trade pending at most, whatever it sees, over 500 random moments", () => {
    const random = stream(5, "moments");
    let pending: readonly Tx[] = [];
    for (let block = 1; block <= 500; block += 1) {
      const orders = decide({ block, prices: [185 + 30 * random()], pending }, {}, random);
      for (const { tx, action, bid } of ordersOf(orders, "replace")) {
        expect(bid.maxFeePerGas * 10n >= tx.maxFeePerGas * 11n).to.equal(true);
        pending = pending.map((each) => (each === tx ? { ...tx, action, maxFeePerGas: bid.maxFeePerGas, priced: block } : each));
      }
      for (const { action } of ordersOf(orders, "send")) pending = [...pending, waiting({ action, priced: block })];
      expect(pending.length).to.be.at.most(1);
      if (random() < 0.1) pending = [];
    }
  });

  it("leaves other people's transactions alone", () => {
    const others = ["other", "trader-1"].map((from) => waiting({ from }));
    const [order] = decide({ block: 500, prices: [190], pending: others });
    expect(order?.type).to.equal("send");
  });

  it("draws once in every block in which it decides, and not while it waits", () => {
    const drawn = (scene: Scene): number => {
      let count = 0;
      decide(scene, {}, () => {
        count += 1;
        return 0.5;
      });
      return count;
    };
    expect([drawn({ prices: [200] }), drawn({ prices: [190] })]).to.deep.equal([1, 1]);
    expect([drawn({ block: 95, pending: [waiting()] }), drawn({ block: 96, pending: [waiting()] })]).to.deep.equal([0, 1]);
  });

  it("does not change what it is shown", () => {
    const view: View = Object.freeze(sceneView({ holdings, prices: [190], block: 96, pending: Object.freeze([Object.freeze(waiting())]) }));
    expect(() => arbitrageur(options).decide(view, half)).not.to.throw();
  });
});
