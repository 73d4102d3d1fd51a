import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { counterBid } from "../../../src/agents/bidding/counter-bid.ts";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { findOpportunity, type Opportunity } from "../../../src/agents/opportunity.ts";
import { arbitrageSearcher } from "../../../src/agents/searchers/arbitrage-searcher.ts";
import type { AuctionSearcherOptions } from "../../../src/agents/searchers/auction-searcher.ts";
import type { Order, View } from "../../../src/agents/view.ts";
import { swap } from "../../../src/amm/uniswap-v2.ts";
import { stream } from "../../../src/core/random.ts";
import { baseForQuote, quoteForBase, toBase, toPrice, toQuote } from "../../../src/core/units.ts";
import type { Tx } from "../../../src/core/words.ts";
import { scheduledGas } from "../../../src/mempool/gas-schedule.ts";
import { only, pool, type Shown, viewOf } from "../view-of.ts";
import { pendingTx, trade } from "./seen.ts";

const GWEI = 10n ** 9n;
const ACCOUNT = "arbitrageur-1";
const COST = 0.001;
const target = { base: toBase(100), quote: toQuote(20_000) };
const options: AuctionSearcherOptions = {
  account: ACCOUNT,
  executor: `${ACCOUNT}-executor`,
  repriceBlocks: 6,
  latency: 0,
  minimumProfit: 0,
  rule: fixedShare(0.9),
  cost: COST,
  target,
};
const held: Shown["balance"] = (_, __, asset) => target[asset === "base" ? "base" : "quote"];
const decide = (shown: Shown, more: Partial<View> = {}, changes: Partial<AuctionSearcherOptions> = {}): readonly Order[] =>
  arbitrageSearcher({ ...options, ...changes }).decide({ ...viewOf({ balance: held, ...shown }), ...more }, stream(1, ACCOUNT));

/** The opportunity at a price, before gas. */
const found = (price: number): Opportunity =>
  findOpportunity(
    pool,
    toPrice(price),
    COST,
    { chainBase: target.base, chainQuote: target.quote, referenceBase: target.base, referenceQuote: target.quote },
    () => 0n,
    0n,
  )!;

describe("agents/searchers: an arbitrage searcher", () => {
  it("in a bundle takes what is most, alone at the top, and pays the builder out of it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ min: 150, max: 195, noNaN: true }), fc.double({ min: 205, max: 260, noNaN: true })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.bigInt({ min: 0n, max: 30n }),
        (price, share, baseGwei) => {
          const baseFee = baseGwei * GWEI;
          const orders = decide({ prices: [price], gwei: 40 }, { takesBundles: true, baseFee }, { rule: fixedShare(share) });
          const { action, profit } = found(price);
          const wei = baseForQuote(profit, toPrice(price));
          const gas = BigInt(scheduledGas({ ...action, payment: 1n }, true));
          const value = wei - gas * 50n * GWEI;
          if (value <= 0n) return void expect(orders).to.deep.equal([]);
          // A bid of nearly everything is left out when rounding takes the last of it.
          if (orders.length === 0) return void expect(share).to.be.above(0.99);
          const [bundle] = only(orders, "bundle");
          const [own] = bundle!.txs;
          if (bundle!.txs.length !== 1 || own === undefined || "id" in own || own.action.kind !== "arbitrage")
            return expect.fail("not alone");
          expect(own.action).to.include({ side: action.side, amountIn: action.amountIn });
          expect(own.bid).to.include({ maxFeePerGas: baseFee, maxPriorityFeePerGas: 0n });
          // What the crowd would pay for the gas, and the share of what is left.
          const crowd = gas * (50n * GWEI - baseFee);
          expect(own.action.payment).to.equal(crowd + fixedShare(share).offer(value, () => 0));
          const paid = quoteForBase(own.action.payment! + gas * baseFee, toPrice(price));
          const { amountOut } = swap(pool, action.side, action.amountIn);
          const least = action.side === "sell" ? paid : baseForQuote(paid, toPrice(price * (1 + COST)));
          expect(own.action.minAmountOut - action.minAmountOut >= least - 1n, "guarded by what it pays").to.equal(true);
          expect(own.action.minAmountOut <= amountOut).to.equal(true);
        },
      ),
    );
  });

  it("where there are no bundles bids low first, guarded by its gas", () => {
    const [sent] = only(decide({ prices: [180], gwei: 20 }), "send");
    expect(sent?.bid.maxFeePerGas).to.equal(25n * GWEI);
    const gas = quoteForBase(BigInt(scheduledGas(found(180).action, true)) * 25n * GWEI, toPrice(180));
    expect(sent?.action).to.deep.equal({ ...found(180).action, minAmountOut: found(180).action.minAmountOut + gas });
    expect(decide({ prices: [180], gwei: 200_000 })).to.deep.equal([]);
    expect(decide({ prices: [200] })).to.deep.equal([]);
  });

  const own = pendingTx(5, ACCOUNT, found(180).action, 25, { sender: "arbitrageur" });
  const rivalAt = (gwei: number, id = 6): Tx => pendingTx(id, "arbitrageur-2", { ...found(180).action, amountIn: 1n }, gwei);

  it("answers the best rival by exactly what the auction's rule says, or gives in", () => {
    const worth = baseForQuote(found(180).profit, toPrice(180));
    let answered = 0;
    for (const gwei of [26, 30, 100, 1_000, 5_000, 100_000]) {
      const bid = counterBid({
        own,
        rival: BigInt(gwei) * GWEI,
        value: worth,
        gas: scheduledGas(own.action, true),
        revertGas: 21_000,
        baseFee: 0n,
      });
      const pending = [own, rivalAt(gwei), rivalAt(25, 7)];
      expect(decide({ prices: [180], pending })).to.deep.equal(bid === null ? [] : [{ type: "replace", tx: own, action: own.action, bid }]);
      if (bid !== null) answered += 1;
    }
    expect(answered).to.be.within(2, 5);
  });

  it("stands still while it stands first: of two at one price the earlier submitted does", () => {
    expect(decide({ prices: [180], pending: [own, rivalAt(25)] })).to.deep.equal([]);
    expect(decide({ prices: [180], pending: [own, rivalAt(25, 4)] })).to.have.length(1);
    expect(decide({ prices: [180], pending: [own, pendingTx(6, "trader-1", trade(pool, "sell", toBase(1), 0n), 90)] })).to.deep.equal([]);
  });

  it("cancels what the last block left out, and asks for nothing else until that is gone", () => {
    const waiting = { ...own, submitted: 99, priced: 99 };
    const orders = decide({ prices: [150], pending: [waiting], gwei: 40 });
    expect(orders).to.have.length(1);
    expect(orders[0]).to.deep.include({ type: "replace", tx: waiting, action: { kind: "cancel" } });
    const [cancel] = only(orders, "replace");
    expect(cancel?.bid.maxFeePerGas, "what others bid now").to.equal(50n * GWEI);
    const cancelled = { ...waiting, action: { kind: "cancel" } as const, priced: 100 };
    expect(decide({ prices: [150], pending: [cancelled] })).to.deep.equal([]);
  });
});
