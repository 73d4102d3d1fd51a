import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { crossPoolSearcher, type CrossPoolSearcherOptions } from "../../../src/agents/searchers/cross-pool-searcher.ts";
import type { Order, View } from "../../../src/agents/view.ts";
import { crossPoolArbitrage } from "../../../src/amm/cross-pool-arbitrage.ts";
import { stream } from "../../../src/core/random.ts";
import { baseForQuote, quoteForBase, toPrice } from "../../../src/core/units.ts";
import { scheduledGas } from "../../../src/mempool/gas-schedule.ts";
import { only, pool, poolOf, type Shown, viewOf } from "../view-of.ts";
import { pendingTx } from "./seen.ts";

const GWEI = 10n ** 9n;
const ACCOUNT = "cross-pool-arbitrageur-1";
const options: CrossPoolSearcherOptions = { account: ACCOUNT, latency: 0, minimumProfit: 0, rule: fixedShare(0.9) };
const decide = (shown: Shown, more: Partial<View> = {}, changes: Partial<CrossPoolSearcherOptions> = {}): readonly Order[] =>
  crossPoolSearcher({ ...options, ...changes }).decide({ ...viewOf(shown), ...more }, stream(1, ACCOUNT));
/** A second pool of a fifth of the depth, of this price where the first one's is 200. */
const sideAt = (price: number): View["sidePool"] => poolOf(200, 200 * price);

describe("agents/searchers: a cross-pool searcher", () => {
  it("has nothing to do without a second pool, nor while the prices are no further apart than both fees", () => {
    expect(decide({})).to.deep.equal([]);
    // 1/0.997² is 0.6027 % above 1.
    for (const price of [200, 199, 201.2, 198.8]) expect(decide({}, { sidePool: sideAt(price) })).to.deep.equal([]);
    expect(decide({}, { sidePool: sideAt(201.3) })).to.have.length(1);
  });

  it("carries the optimum out of the pool where base is cheap, guarded by its gas", () => {
    for (const [price, cheap] of [
      [210, "pair"],
      [190, "side-pair"],
    ] as const) {
      const sidePool = sideAt(price);
      const found = crossPoolArbitrage(pool, sidePool!)!;
      const [sent] = only(decide({ gwei: 20 }, { sidePool }), "send");
      expect(sent?.bid.maxFeePerGas).to.equal(25n * GWEI);
      const action = { kind: "flash-arbitrage", cheap, base: found.base } as const;
      const gas = quoteForBase(BigInt(scheduledGas({ ...action, minProfit: 0n }, true)) * 25n * GWEI, toPrice(200));
      expect(sent?.action).to.deep.equal({ ...action, minProfit: gas + 1n });
    }
  });

  it("stays away where gas or its minimum is more than there is", () => {
    const sidePool = sideAt(210);
    expect(decide({ gwei: 200_000 }, { sidePool })).to.deep.equal([]);
    expect(decide({ gwei: 200_000 }, { sidePool, takesBundles: true })).to.deep.equal([]);
    const { profit } = crossPoolArbitrage(pool, sidePool!)!;
    for (const takesBundles of [false, true]) {
      expect(decide({}, { sidePool, takesBundles }, { minimumProfit: Number(profit) / 1e6 - 0.01 })).to.have.length(1);
      expect(decide({}, { sidePool, takesBundles }, { minimumProfit: Number(profit) / 1e6 + 0.01 })).to.deep.equal([]);
    }
  });

  it("in a bundle pays what the crowd would and its share of the rest, and asks for no less than that", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 150, max: 260, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.bigInt({ min: 0n, max: 30n }),
        (price, share, baseGwei) => {
          const [sidePool, baseFee] = [sideAt(price), baseGwei * GWEI];
          const orders = decide({ gwei: 40 }, { sidePool, takesBundles: true, baseFee }, { rule: fixedShare(share) });
          const found = crossPoolArbitrage(pool, sidePool!);
          const gas = BigInt(
            scheduledGas({ kind: "flash-arbitrage", cheap: "pair", base: found?.base ?? 0n, minProfit: 0n, payment: 1n }, true),
          );
          const value = baseForQuote(found?.profit ?? 0n, toPrice(200)) - gas * 50n * GWEI;
          if (found === null || value <= 0n) return void expect(orders).to.deep.equal([]);
          const [bundle] = only(orders, "bundle");
          const [own] = bundle!.txs;
          if (bundle!.txs.length !== 1 || own === undefined || "id" in own || own.action.kind !== "flash-arbitrage")
            return expect.fail("not alone");
          expect(own.action.payment).to.equal(gas * (50n * GWEI - baseFee) + fixedShare(share).offer(value, () => 0));
          const cost = quoteForBase(own.action.payment! + gas * baseFee, toPrice(200));
          // The calldata of the minimum itself is a few bytes.
          expect(own.action.minProfit >= cost && own.action.minProfit <= found.profit).to.equal(true);
        },
      ),
    );
  });

  it("waits for what it has sent, and cancels it when the block has passed it over", () => {
    const own = pendingTx(9, ACCOUNT, { kind: "flash-arbitrage", cheap: "pair", base: 1n, minProfit: 0n }, 25);
    expect(decide({ pending: [own] }, { sidePool: sideAt(230) })).to.deep.equal([]);
    const [cancel] = decide({ pending: [{ ...own, submitted: 99, priced: 99 }] }, { sidePool: sideAt(230) });
    expect(cancel).to.deep.include({ type: "replace", action: { kind: "cancel" } });
  });
});
