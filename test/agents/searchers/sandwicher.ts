import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { counterBid } from "../../../src/agents/bidding/counter-bid.ts";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { sandwicher, type SandwicherOptions } from "../../../src/agents/searchers/sandwicher.ts";
import type { Order, View } from "../../../src/agents/view.ts";
import { chooseVictims } from "../../../src/amm/choose-victims.ts";
import { optimalSandwich } from "../../../src/amm/optimal-sandwich.ts";
import { swap } from "../../../src/amm/uniswap-v2.ts";
import { stream } from "../../../src/core/random.ts";
import { baseForQuote, toBase, toPrice } from "../../../src/core/units.ts";
import type { Action, Side, Tx } from "../../../src/core/words.ts";
import { fillBlock } from "../../../src/mempool/fill-block.ts";
import { scheduledGas } from "../../../src/mempool/gas-schedule.ts";
import { priorityFee } from "../../../src/mempool/ordering/priority-fee.ts";
import { only, poolOf, type Shown, viewOf } from "../view-of.ts";
import { pendingTx, trade } from "./seen.ts";

const GWEI = 10n ** 9n;
const ACCOUNT = "sandwicher-1";
const options: SandwicherOptions = {
  account: ACCOUNT,
  executor: `${ACCOUNT}-executor`,
  latency: 0,
  minimumProfit: 0,
  rule: fixedShare(0.9),
};
/** Pool and victim of the worked example: 1,000 base and 2,000,000 quote, 10 base sold. */
const pool = poolOf(1_000, 2_000_000);
const victimOf = (amountIn: bigint, tolerancePpm: bigint, side: Side = "sell", gwei = 20, id = 1): Tx =>
  pendingTx(id, `trader-${id}`, trade(pool, side, amountIn, tolerancePpm), gwei);
const TEN = victimOf(toBase(10), 5_000n);

const decide = (shown: Shown, more: Partial<View> = {}, changes: Partial<SandwicherOptions> = {}): readonly Order[] =>
  sandwicher({ ...options, ...changes }).decide({ ...viewOf({ pool, prices: [2_000], ...shown }), ...more }, stream(1, ACCOUNT));
const inBundles = (shown: Shown, more: Partial<View> = {}, changes: Partial<SandwicherOptions> = {}): readonly Order[] =>
  decide(shown, { takesBundles: true, ...more }, changes);

/** Legs of a bundle, and what stands between. */
function partsOf(orders: readonly Order[]): { readonly front: Swap; readonly between: readonly Tx[]; readonly back: Swap } {
  const [bundle] = only(orders, "bundle");
  if (bundle === undefined) return expect.fail("no bundle");
  const own = bundle.txs.flatMap((each) => ("id" in each ? [] : [each.action]));
  const between = bundle.txs.flatMap((each) => ("id" in each ? [each] : []));
  expect(bundle.txs.map((each) => "id" in each)).to.deep.equal([false, ...between.map(() => true), false]);
  const [front, back] = own;
  if (front?.kind !== "arbitrage" || back?.kind !== "arbitrage") return expect.fail("no two swaps");
  return { front, between, back };
}
type Swap = Extract<Action, { kind: "arbitrage" }>;

describe("agents/searchers: a sandwicher leaves alone what does not pay", () => {
  it("a victim that sells less than 0.3 % of the reserve, whatever it tolerates (v/x < 0.0030135…)", () => {
    const amount = fc.bigInt({ min: toBase(0.000001), max: toBase(3) });
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 0n, max: 500_000n }), (amountIn, tolerance) => {
        expect(inBundles({ pending: [victimOf(amountIn, tolerance)] })).to.deep.equal([]);
        expect(decide({ pending: [victimOf(amountIn, tolerance)] })).to.deep.equal([]);
      }),
    );
    expect(inBundles({ pending: [victimOf(toBase(3.2), 500_000n)] }), "a little more is enough").to.have.length(1);
  });

  it("a victim that tolerates nothing, or sells half of what it takes at half a per cent", () => {
    // What rounding leaves of a minimum is worth less than any gas.
    expect(inBundles({ pending: [victimOf(toBase(10), 0n)], gwei: 1 })).to.deep.equal([]);
    expect(inBundles({ pending: [victimOf(toBase(1), 5_000n)] })).to.deep.equal([]);
    expect(inBundles({ pending: [TEN] })).to.have.length(1);
  });

  it("gas too dear, in either kind of auction, and a profit below its minimum", () => {
    // 0.0351 base for about 186,000 gas: worth it up to some 188 gwei.
    for (const orders of [decide, inBundles]) {
      expect(orders({ pending: [{ ...TEN, maxFeePerGas: 160n * GWEI, maxPriorityFeePerGas: 160n * GWEI }], gwei: 120 })).not.to.be.empty;
      expect(orders({ pending: [{ ...TEN, maxFeePerGas: 600n * GWEI, maxPriorityFeePerGas: 600n * GWEI }], gwei: 500 })).to.be.empty;
      expect(orders({ pending: [TEN] }, {}, { minimumProfit: 60 })).not.to.be.empty;
      expect(orders({ pending: [TEN] }, {}, { minimumProfit: 71 })).to.be.empty;
    }
  });

  it("a victim that pays too little to be in a block, has expired or waits behind another of its account", () => {
    expect(inBundles({ pending: [victimOf(toBase(10), 5_000n, "sell", 9)], gwei: 10 })).to.be.empty;
    expect(inBundles({ pending: [TEN], time: 2_000_000_001 })).to.be.empty;
    const before = pendingTx(7, TEN.from, { kind: "cancel" }, 90);
    expect(inBundles({ pending: [{ ...TEN, nonce: 1 }, before] })).to.be.empty;
  });
});

describe("agents/searchers: a sandwicher's bundle", () => {
  it("is the published optimum: 2.525668947… in front of the worked example, which gets its minimum", () => {
    const { front, between, back } = partsOf(inBundles({ pending: [TEN] }));
    // A smallest unit of quote, to which the victim's minimum is rounded, is worth 4e-8 of the front-run.
    expect(Number(front.amountIn) / 1e18).to.be.closeTo(2.525668947115, 5e-8);
    expect(between).to.deep.equal([TEN]);
    const first = swap(pool, "sell", front.amountIn);
    const second = swap(first.state, "sell", toBase(10));
    const last = swap(second.state, "buy", back.amountIn);
    expect([front.minAmountOut, back.amountIn]).to.deep.equal([first.amountOut, first.amountOut]);
    expect(Number(last.amountOut - front.amountIn) / 1e18).to.be.closeTo(0.035101765446, 5e-9);
    expect(back.minAmountOut).to.equal(last.amountOut);
    const { action } = TEN;
    expect(second.amountOut - (action.kind === "trade" ? action.minAmountOut : 0n)).to.be.within(0n, 1n);
  });

  it("holds the victims that pay most, in the order of what they pay, and is limited by its stock", () => {
    const pending = [
      victimOf(toBase(20), 90_000n, "sell", 30, 1),
      victimOf(toBase(15), 80_000n, "sell", 50, 2),
      victimOf(toBase(9), 0n, "sell", 40, 3),
    ];
    const { front, between } = partsOf(inBundles({ pending }));
    expect(between.map(({ id }) => id)).to.deep.equal([2, 1]);
    const victims = [pending[1]!, pending[0]!].flatMap(({ action }) => (action.kind === "trade" ? [action] : []));
    expect(front.amountIn).to.equal(optimalSandwich(pool, "sell", victims, { maxIn: 10n ** 30n })?.frontIn);
    const poor = partsOf(inBundles({ pending, balance: () => toBase(1) }));
    expect(poor.front.amountIn).to.be.within(1n, toBase(1));
  });

  it("is never paid for with more than it brings, whatever the share it bids", () => {
    const amount = fc.bigInt({ min: toBase(3), max: toBase(60) });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(amount, fc.bigInt({ min: 1_000n, max: 50_000n }), fc.constantFrom<Side>("sell", "buy")), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.bigInt({ min: 0n, max: 30n }).map((gwei) => gwei * GWEI),
        fc.integer({ min: 0, max: 30 }),
        (trades, share, baseFee, minimumProfit) => {
          const pending = trades.map(([size, tolerance, side], i) =>
            victimOf(side === "sell" ? size : (size * 2_000n) / 10n ** 12n, tolerance, side, 40 + i, i + 1),
          );
          const orders = inBundles({ pending, gwei: 35 }, { baseFee }, { rule: fixedShare(share), minimumProfit });
          if (orders.length === 0) return;
          const { front, between, back } = partsOf(orders);
          let state = pool;
          const amounts = [front, ...between.flatMap(({ action }) => (action.kind === "trade" ? [action] : [])), back].map((leg) => {
            const done = swap(state, leg.side, leg.amountIn);
            state = done.state;
            expect(done.amountOut >= leg.minAmountOut, "nobody in it is reverted").to.equal(true);
            return done.amountOut;
          });
          const earned = amounts.at(-1)! - front.amountIn;
          const inWei = front.side === "sell" ? earned : baseForQuote(earned, toPrice(2_000));
          const gas = BigInt(scheduledGas(front, true) + scheduledGas(back, true)) * baseFee;
          const least = baseForQuote(BigInt(minimumProfit) * 1_000_000n, toPrice(2_000));
          expect((back.payment ?? 0n) + gas + least <= inWei, "what is paid is earned").to.equal(true);
          expect(front.payment).to.equal(undefined);
        },
      ),
    );
  });
});

describe("agents/searchers: a sandwicher where there are no bundles", () => {
  const pending = [victimOf(toBase(20), 90_000n, "sell", 30, 1), victimOf(toBase(15), 80_000n, "sell", 50, 2)];

  it("bids just above the dearest victim and, for the way back, what the cheapest pays: so the block is the sandwich", () => {
    const sent = only(decide({ pending }), "send");
    expect(sent.map(({ bid }) => bid.maxFeePerGas)).to.deep.equal([50n * GWEI + 1n, 30n * GWEI]);
    const own = sent.map(({ action, bid, from }, i): Tx => ({ ...pendingTx(10 + i, from, action, 0, { nonce: i }), ...bid }));
    const block = fillBlock(
      priorityFee.rank([...own, ...pending], { baseFee: 0n, random: () => 0 }),
      { baseFee: 0n, floor: 0n, gasLimit: 10_000_000 },
      priorityFee.worth,
    );
    expect(block.map(({ id }) => id)).to.deep.equal([10, 2, 1, 11]);
    const chosen = chooseVictims(
      pool,
      "sell",
      [pending[1]!, pending[0]!].flatMap(({ action }) => (action.kind === "trade" ? [action] : [])),
      {
        maxIn: 10n ** 30n,
      },
    );
    const [front, back] = sent.map(({ action }) => action);
    expect(front).to.deep.equal({
      kind: "arbitrage",
      side: "sell",
      amountIn: chosen?.sandwich.frontIn,
      minAmountOut: chosen?.sandwich.frontOut,
    });
    expect(back).to.include({ side: "buy", amountIn: chosen?.sandwich.frontOut });
  });

  /** Its own two, which it has just sent, and what a rival has sent since. */
  const sent = only(decide({ pending }), "send").map(({ action, bid }, i): Tx => ({
    ...pendingTx(10 + i, ACCOUNT, action, 0, { nonce: i }),
    ...bid,
  }));
  const [front] = sent;
  const rivalAt = (gwei: number, side: Side = "sell"): Tx =>
    pendingTx(20, "sandwicher-2", { kind: "arbitrage", side, amountIn: 1n, minAmountOut: 1n }, gwei);

  /** What it does about what is shown once it has sent its own two. */
  const answer = (shown: Shown): readonly Order[] => {
    const agent = sandwicher(options);
    const see = (each: Shown): readonly Order[] => agent.decide(viewOf({ pool, prices: [2_000], ...each }), stream(1, ACCOUNT));
    expect(see({ pending })).to.have.length(2);
    return see(shown);
  };

  it("answers a rival by exactly what the auction's rule says, and replaces nothing but its front-run", () => {
    for (const gwei of [51, 60, 150]) {
      const shown = { pending: [...pending, ...sent, rivalAt(gwei)] };
      const worth = chooseVictims(
        pool,
        "sell",
        [pending[1]!, pending[0]!].flatMap(({ action }) => (action.kind === "trade" ? [action] : [])),
        {
          maxIn: 10n ** 30n,
        },
      )!.sandwich.profit;
      const bid = counterBid({
        own: front!,
        rival: BigInt(gwei) * GWEI,
        value: worth,
        gas: scheduledGas(front!.action, true),
        revertGas: 21_000,
        baseFee: 0n,
      });
      expect(bid).not.to.equal(null);
      expect(answer(shown)).to.deep.equal([{ type: "replace", tx: front, action: front!.action, bid }]);
    }
  });

  it("gives in where the rival bids more than all is worth, and does nothing where none stands before it", () => {
    expect(answer({ pending: [...pending, ...sent, rivalAt(100_000)] })).to.deep.equal([]);
    expect(answer({ pending: [...pending, ...sent, rivalAt(50)] })).to.deep.equal([]);
    expect(answer({ pending: [...pending, ...sent, rivalAt(90, "buy")] })).to.deep.equal([]);
    expect(answer({ pending: [...pending, ...sent] })).to.deep.equal([]);
  });

  it("sells at the crowd's price what it has bought before victims that did not follow", () => {
    const agent = sandwicher(options);
    const see = (each: Shown): readonly Order[] => agent.decide(viewOf({ pool, prices: [2_000], ...each }), stream(1, ACCOUNT));
    see({ pending });
    agent.hear({ block: 100, mined: [{ tx: front!, success: true, gasUsed: 1n, effects: [] }], included: [], leftOut: [] });
    const back = sent[1]!;
    const [order] = only(see({ block: 101, pending: [back], gwei: 80 }), "replace");
    expect(order?.action).to.deep.equal(back.action);
    expect(order!.bid.maxFeePerGas >= 120n * GWEI).to.equal(true);
    expect(
      see({ block: 102, pending: [{ ...back, maxFeePerGas: 200n * GWEI, maxPriorityFeePerGas: 200n * GWEI }], gwei: 80 }),
    ).to.deep.equal([]);
    agent.hear({ block: 102, mined: [{ tx: back, success: true, gasUsed: 1n, effects: [] }], included: [], leftOut: [] });
    expect(only(see({ block: 103, pending }), "send")).to.have.length(2);
  });

  it("attacks nobody where no price buys a place", () => {
    expect(decide({ pending }, { isByPrice: false })).to.deep.equal([]);
  });

  it("cancels what the last block left out, and offers a cancellation more when the crowd pays more", () => {
    const waiting = sent.map((tx) => ({ ...tx, submitted: 99, priced: 99 }));
    const orders = only(decide({ pending: [...pending, ...waiting] }), "replace");
    expect(orders.map(({ tx, action }) => [tx.id, action.kind])).to.deep.equal([
      [10, "cancel"],
      [11, "cancel"],
    ]);
    for (const { tx, bid } of orders) expect(bid.maxFeePerGas * 10n >= tx.maxFeePerGas * 11n).to.equal(true);
    const cancelled = waiting.map((tx) => ({ ...tx, priced: 100, action: { kind: "cancel" } as const }));
    expect(decide({ pending: [...pending, ...cancelled] })).to.deep.equal([]);
    const later = cancelled.map((tx) => ({ ...tx, priced: 99 }));
    expect(decide({ pending: [...pending, ...later], gwei: 1 }), "it pays enough").to.deep.equal([]);
    expect(only(decide({ pending: [...pending, ...later], gwei: 400 }), "replace")).to.have.length(2);
  });
});
