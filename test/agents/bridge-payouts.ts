import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { bridge, type Payout } from "../../src/agents/bridge.ts";
import { repriceWaiting } from "../../src/agents/patience.ts";
import type { Action } from "../../src/core/words.ts";
import { splitDue, type Transfer } from "../../src/market/settlement.ts";
import { GWEI, NOW, ordersOf, sceneView, waitingWith } from "./view.ts";

const noDraw = (): number => {
  throw new Error("the bridge draws nothing");
};
const someTransfers: fc.Arbitrary<readonly Transfer[]> = fc.array(
  fc.record({
    account: fc.constantFrom("arb-1", "arb-2"),
    asset: fc.constantFrom("base" as const, "quote" as const),
    amount: fc.bigInt({ min: 1n, max: 10n ** 24n }),
    direction: fc.constant("to-chain" as const),
    due: fc.integer({ min: NOW, max: NOW + 300 }),
  }),
  { maxLength: 12 },
);

describe("agents/bridge", () => {
  it("pays every payout once, when its time has come and not before, in full and to whom it is owed", () => {
    fc.assert(
      fc.property(someTransfers, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), (transfers, steps) => {
        let queue = transfers;
        let time = NOW - 1;
        const agent = bridge(
          "bridge",
          (view): readonly Payout[] => {
            const { due, rest } = splitDue(queue, view.time);
            queue = rest;
            return due.map(({ account, asset, amount }) => ({ to: account, asset, amount }));
          },
          6,
        );
        const paid: Action[] = [];
        for (const step of steps) {
          time += step;
          const before = paid.length;
          paid.push(...ordersOf(agent.decide(sceneView({ time }), noDraw), "send").map(({ action }) => action));
          const late = transfers.filter(({ due }) => due <= time - step).length;
          expect(before, "nothing is left for later").to.equal(late);
        }
        const owed = transfers.filter(({ due }) => due <= time);
        const text = (to: string, asset: string, amount: bigint): string => `${to} ${amount} ${asset}`;
        expect(paid.map((action) => (action.kind === "transfer" ? text(action.to, action.asset, action.amount) : "")).sort()).to.deep.equal(
          owed.map(({ account, asset, amount }) => text(account, asset, amount)).sort(),
        );
      }),
    );
  });

  it("asks for what is due once a block, bids the highest, and reprices what waits without sending it again", () => {
    let asked = 0;
    const due = (): readonly Payout[] => {
      asked += 1;
      return asked === 1 ? [{ to: "arb-executor", asset: "quote", amount: 5n }] : [];
    };
    const agent = bridge("bridge", due, 6);
    const [first] = agent.decide(sceneView(), noDraw);
    const action = { kind: "transfer", to: "arb-executor", asset: "quote", amount: 5n } as const;
    expect(first).to.deep.include({ type: "send", from: "bridge", action });
    expect(ordersOf([first!], "send")[0]?.bid.expected).to.equal(20n * GWEI);
    const pending = [waitingWith(action, { from: "bridge", sender: "bridge" }), waitingWith(action, { from: "other", sender: "bridge" })];
    const later = agent.decide(sceneView({ block: 96, pending }), noDraw);
    expect(later).to.have.length(1);
    expect(ordersOf(later, "replace")[0]).to.deep.include({ tx: pending[0], action });
    expect(agent.decide(sceneView({ block: 95, pending }), noDraw)).to.deep.equal([]);
    expect(asked).to.equal(3);
  });
});

describe("agents/patience", () => {
  const swap = (deadline: number): Action => ({ kind: "trade", side: "sell", amountIn: 1n, minAmountOut: 1n, deadline });

  it("offers again what has waited so many blocks since its price was set, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 50, max: 100 }), { maxLength: 10 }), fc.integer({ min: 1, max: 40 }), (priced, patience) => {
        const waiting = priced.map((block, id) => waitingWith({ kind: "cancel" }, { id, priced: block, submitted: 1 }));
        const again = ordersOf(repriceWaiting(waiting, sceneView(), patience), "replace");
        expect(again.map(({ tx }) => tx.id)).to.deep.equal(waiting.filter((tx) => 100 - tx.priced >= patience).map(({ id }) => id));
      }),
    );
  });

  it("at a tenth more or at the middle of the range, whichever is more", () => {
    const bidAfter = (fee: bigint): bigint | undefined => {
      const waiting = [waitingWith({ kind: "cancel" }, { maxFeePerGas: fee, priced: 1 })];
      return ordersOf(repriceWaiting(waiting, sceneView(), 6), "replace")[0]?.bid.maxFeePerGas;
    };
    expect([1n * GWEI, 13n * GWEI, 20n * GWEI].map(bidAfter)).to.deep.equal([15n * GWEI, 15n * GWEI, 22n * GWEI]);
  });

  it("cancels what can only be reverted: a swap or a change of liquidity past its deadline, and neither transfers nor cancellations", () => {
    const after = (action: Action): Action | undefined =>
      ordersOf(repriceWaiting([waitingWith(action, { priced: 1 })], sceneView(), 6), "replace")[0]?.action;
    const add = (deadline: number): Action => ({ kind: "add-liquidity", base: 1n, quote: 1n, deadline });
    const remove = (deadline: number): Action => ({ kind: "remove-liquidity", liquidity: 1n, deadline });
    for (const make of [swap, add, remove]) {
      expect(after(make(NOW - 1))).to.deep.equal({ kind: "cancel" });
      // The router accepts a deadline that is the block's own second.
      expect(after(make(NOW))).to.deep.equal(make(NOW));
    }
    const transfer: Action = { kind: "transfer", to: "somebody", asset: "base", amount: 1n };
    for (const action of [transfer, { kind: "cancel" } as const, { kind: "withdraw", asset: "base", amount: 1n } as const]) {
      expect(after(action)).to.deep.equal(action);
    }
  });
});
