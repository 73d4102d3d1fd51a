import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { fixedShare } from "../../../src/agents/bidding/fixed-share.ts";
import { findOpportunity } from "../../../src/agents/opportunity.ts";
import type { AuctionSearcherOptions } from "../../../src/agents/searchers/auction-searcher.ts";
import { backRunner } from "../../../src/agents/searchers/back-runner.ts";
import type { Order, View } from "../../../src/agents/view.ts";
import { swap } from "../../../src/amm/uniswap-v2.ts";
import { stream } from "../../../src/core/random.ts";
import { baseForQuote, toBase, toPrice, toQuote } from "../../../src/core/units.ts";
import type { PoolState, PriceE8, Tx } from "../../../src/core/words.ts";
import { only, pool, type Shown, viewOf } from "../view-of.ts";
import { pendingTx, trade } from "./seen.ts";

const ACCOUNT = "back-runner-1";
const COST = 0.001;
const target = { base: toBase(100), quote: toQuote(20_000) };
const options: AuctionSearcherOptions = {
  account: ACCOUNT,
  executor: `${ACCOUNT}-executor`,
  repriceBlocks: 6,
  latency: 0,
  minimumProfit: 0,
  rule: fixedShare(0.8),
  cost: COST,
  target,
};
const held: Shown["balance"] = (_, __, asset) => target[asset === "base" ? "base" : "quote"];

const decide = (shown: Shown, more: Partial<View> = {}, changes: Partial<AuctionSearcherOptions> = {}): readonly Order[] =>
  backRunner({ ...options, ...changes }).decide({ ...viewOf({ balance: held, ...shown }), ...more }, stream(1, ACCOUNT));
const inBundles = (shown: Shown): readonly Order[] => decide(shown, { takesBundles: true });
const selling = (tokens: number, id = 1, gwei = 20): Tx =>
  pendingTx(id, `trader-${id}`, trade(pool, "sell", toBase(tokens), 500_000n), gwei);
const buying = (dollars: number, id = 2, gwei = 20): Tx =>
  pendingTx(id, `trader-${id}`, trade(pool, "buy", toQuote(dollars), 500_000n), gwei);

/** What there is to gain against the reference, in quote. */
const worthOf = (state: PoolState, price: PriceE8): bigint =>
  findOpportunity(
    state,
    price,
    COST,
    { chainBase: target.base, chainQuote: target.quote, referenceBase: target.base, referenceQuote: target.quote },
    () => 0n,
    0n,
  )?.profit ?? 0n;

const after = (tx: Tx): PoolState => {
  if (tx.action.kind !== "trade") return expect.fail("no trade");
  return swap(pool, tx.action.side, tx.action.amountIn).state;
};

describe("agents/searchers: a back-runner", () => {
  it("acts where a trade makes the opportunity or makes it better, and nowhere else", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: 0.5, max: 40, noNaN: true })), { maxLength: 4 }),
        fc.double({ min: 185, max: 215, noNaN: true }),
        (trades, price) => {
          const pending = trades.map(([sells, size], i) => (sells ? selling(size, i + 1) : buying(200 * size, i + 1)));
          const orders = inBundles({ pending, prices: [price] });
          const before = worthOf(pool, toPrice(price));
          const gains = pending.map((tx) => worthOf(after(tx), toPrice(price)) - before);
          const best = gains.reduce((most, each) => (each > most ? each : most), 0n);
          // Below a cent of gain what is left of it depends on rounding to ETH and back.
          if (best === 0n) expect(orders).to.deep.equal([]);
          else if (best > 10_000n) expect(orders).to.have.length(1);
          if (orders.length === 0) return;
          const [bundle] = only(orders, "bundle");
          const [victim] = bundle!.txs;
          expect(victim !== undefined && "id" in victim && gains[pending.indexOf(victim)] === best, "behind the best").to.equal(true);
        },
      ),
    );
  });

  it("buys right behind who sells, at most what the pool has left over, and pays the builder less than that is worth", () => {
    const victim = selling(20);
    const [bundle] = only(inBundles({ pending: [victim, buying(100)] }), "bundle");
    expect(bundle?.txs).to.have.length(2);
    const [first, own] = bundle!.txs;
    expect(first).to.equal(victim);
    if (own === undefined || "id" in own || own.action.kind !== "arbitrage") return expect.fail("no swap of its own");
    expect(own.action.side).to.equal("buy");
    const worth = baseForQuote(worthOf(after(victim), toPrice(200)), toPrice(200));
    expect(own.action.payment).to.equal((worth * 8n) / 10n);
    const { amountOut } = swap(after(victim), "buy", own.action.amountIn);
    // What it asks for leaves the payment earned, and no more than that.
    expect(own.action.minAmountOut <= amountOut).to.equal(true);
    const spare = amountOut - own.action.minAmountOut;
    expect(Number(spare) / Number(worth - own.action.payment!)).to.be.closeTo(1, 0.01);
  });

  it("leaves alone a trade that would be reverted, and what it could not profit from", () => {
    const refused = { ...selling(20), action: { ...trade(pool, "sell", toBase(20), 0n), minAmountOut: toQuote(1e6) } };
    expect(inBundles({ pending: [refused] })).to.deep.equal([]);
    expect(inBundles({ pending: [selling(20)], gwei: 0, balance: () => 0n })).to.deep.equal([]);
    expect(inBundles({ pending: [selling(20, 1, 5_000)], gwei: 4_000 })).to.deep.equal([]);
    expect(inBundles({ pending: [], prices: [150] }), "an opportunity that was there before").to.deep.equal([]);
  });

  it("where there are no bundles it bids what the trade pays, so that it comes after, and does not answer rivals", () => {
    const victim = selling(20);
    const [sent] = only(decide({ pending: [victim] }), "send");
    expect(sent?.bid).to.include({ maxFeePerGas: victim.maxFeePerGas, maxPriorityFeePerGas: victim.maxPriorityFeePerGas });
    const own = pendingTx(9, ACCOUNT, sent!.action, 20);
    const rival = pendingTx(10, "back-runner-2", sent!.action, 21);
    expect(decide({ pending: [victim, own, rival] })).to.deep.equal([]);
    const [cancel] = only(decide({ pending: [victim, { ...own, submitted: 99, priced: 99 }] }), "replace");
    expect(cancel?.action).to.deep.equal({ kind: "cancel" });
  });

  it("sends stock that has grown too large to the reference market first, and in bundles with what it has promised", () => {
    const rich: Shown["balance"] = (account, place, asset) =>
      asset === "base" && place === "chain" && account.endsWith("executor")
        ? 2n * target.base
        : target[asset === "base" ? "base" : "quote"];
    const [order] = decide({ pending: [selling(20)], balance: rich }, { takesBundles: true });
    expect(order).to.deep.include({ type: "send", action: { kind: "withdraw", asset: "base", amount: target.base } });
    const leaving = pendingTx(9, ACCOUNT, { kind: "withdraw", asset: "base", amount: target.base }, 30, { submitted: 99, priced: 99 });
    const [bundle] = only(decide({ pending: [leaving, selling(20)], balance: rich }, { takesBundles: true }), "bundle");
    expect(bundle?.txs.slice(0, 2)).to.deep.equal([leaving, selling(20)]);
  });
});
