import { expect } from "chai";
import { describe, it } from "mocha";
import { type ArbitrageurOptions, arbitrageur } from "../../src/agents/arbitrageur.ts";
import { stream } from "../../src/core/random.ts";
import type { Action, Asset, Place } from "../../src/core/words.ts";
import { only, pool, type Shown, viewOf, waitingTx } from "./view-of.ts";

const ACCOUNT = "arbitrageur-1";
const EXECUTOR = "arbitrageur-1-executor";
const target = { base: 10n ** 20n, quote: 2n * 10n ** 10n };
const options: ArbitrageurOptions = {
  account: ACCOUNT,
  executor: EXECUTOR,
  target,
  latency: 0,
  cost: 0.001,
  minimumProfit: 1,
  repriceBlocks: 6,
};
const random = stream(1, "arbitrageur");

const decide = (shown: Shown, changes: Partial<ArbitrageurOptions> = {}) =>
  arbitrageur({ ...options, ...changes }).decide(viewOf(shown), random);

/** Holdings at target, but for what is named. */
const holding =
  (changed: Readonly<Record<string, bigint>> = {}) =>
  (account: string, place: Place, asset: Asset): bigint =>
    changed[`${account === EXECUTOR ? "chain" : place}/${asset}`] ?? (asset === "base" ? target.base : target.quote);

const FALLEN = { prices: [180], balance: holding() };
const sale: Action = { kind: "arbitrage", side: "sell", amountIn: 10n ** 18n, minAmountOut: 1n };

describe("agents: an arbitrageur", () => {
  it("sells into a pool above the reference, buys from one below it, and leaves one in the band alone", () => {
    const sideAt = (price: number): string | undefined => {
      const [order] = only(decide({ prices: [price], balance: holding() }), "send");
      return order?.action.kind === "arbitrage" ? order.action.side : undefined;
    };
    expect(sideAt(200)).to.equal(undefined);
    expect(sideAt(180)).to.equal("sell");
    expect(sideAt(220)).to.equal("buy");
  });

  it("acts on the price of its latency ago", () => {
    const prices = [180, 200, 200];
    expect(only(decide({ prices, balance: holding() }), "send")).to.have.length(0);
    expect(only(decide({ prices, balance: holding() }, { latency: 2 }), "send")).to.have.length(1);
  });

  it("stays away when gas costs more than there is to gain", () => {
    const small = { prices: [196], balance: holding() };
    expect(only(decide(small, { cost: 0 }), "send")).to.have.length(1);
    expect(only(decide({ ...small, gwei: 2_000 }, { cost: 0 }), "send")).to.have.length(0);
    expect(only(decide(small, { cost: 0, minimumProfit: 1_000 }), "send")).to.have.length(0);
  });

  it("is limited by its stock at either place", () => {
    const amount = (balance: Shown["balance"]): bigint => {
      const [order] = only(decide({ prices: [120], ...(balance === undefined ? {} : { balance }) }), "send");
      return order?.action.kind === "arbitrage" ? order.action.amountIn : 0n;
    };
    // Less only by what buys no whole unit of quote.
    expect(amount(holding())).to.be.within(target.base - 10n ** 10n, target.base);
    const poor = amount(holding({ "reference/quote": 10n ** 9n }));
    expect(poor > 8n * 10n ** 18n && poor < 9n * 10n ** 18n, "1,000 dollars buy back 8.3 base at 120").to.equal(true);
    expect(only(decide({ prices: [120], balance: holding({ "chain/base": 0n }) }), "send")).to.deep.equal([]);
  });

  it("does one thing at a time, and bids in the upper half of the range", () => {
    expect(only(decide({ ...FALLEN, pending: [waitingTx(ACCOUNT, sale, 98, "arbitrageur")] }), "send")).to.have.length(0);
    for (let i = 0; i < 20; i += 1) {
      const [order] = only(decide({ ...FALLEN, gwei: 10 }), "send");
      expect(order!.bid.maxFeePerGas >= 12_500_000_000n && order!.bid.maxFeePerGas <= 15_000_000_000n).to.equal(true);
    }
  });

  it("reprices what has waited to what pays now, and cancels it when nothing does", () => {
    const pending = [waitingTx(ACCOUNT, sale, 94, "arbitrageur")];
    const [repriced] = only(decide({ ...FALLEN, pending }), "replace");
    expect(repriced?.tx).to.equal(pending[0]);
    expect(repriced?.action.kind).to.equal("arbitrage");
    expect(repriced?.bid.maxFeePerGas).to.equal(11_000_000_000n);
    const [cancelled] = only(decide({ prices: [200], balance: holding(), pending }), "replace");
    expect(cancelled?.action).to.deep.equal({ kind: "cancel" });
    expect(decide({ ...FALLEN, pending: [waitingTx(ACCOUNT, sale, 95, "arbitrageur")] })).to.deep.equal([]);
  });

  it("draws once in every block in which it decides, whatever it finds", () => {
    const drawsOf = (shown: Shown): number => {
      let draws = 0;
      arbitrageur(options).decide(viewOf(shown), () => {
        draws += 1;
        return 0.5;
      });
      return draws;
    };
    expect([drawsOf(FALLEN), drawsOf({ prices: [200], balance: holding() })]).to.deep.equal([1, 1]);
  });
});

describe("agents: settlement between chain and reference market", () => {
  const quiet = (changed: Readonly<Record<string, bigint>>, shown: Shown = {}) => decide({ balance: holding(changed), pool, ...shown });

  it("begins when an asset has grown to more than one and a half times its target, and takes it back to the target", () => {
    const trigger = (target.base * 3n) / 2n;
    expect(quiet({ "chain/base": trigger })).to.deep.equal([]);
    const [out] = only(quiet({ "chain/base": trigger + 1n }), "send");
    expect(out?.action).to.deep.equal({ kind: "withdraw", asset: "base", amount: trigger + 1n - target.base });
    const [back] = only(quiet({ "reference/quote": 2n * target.quote }), "to-chain");
    expect(back).to.deep.equal({ type: "to-chain", account: ACCOUNT, asset: "quote", amount: target.quote });
    expect(quiet({ "reference/quote": (target.quote * 3n) / 2n })).to.deep.equal([]);
  });

  it("waits while a transfer is under way", () => {
    expect(quiet({ "chain/base": 3n * target.base }, { inTransit: true })).to.deep.equal([]);
    const leaving = waitingTx(ACCOUNT, { kind: "withdraw", asset: "base", amount: 1n }, 99, "arbitrageur");
    expect(quiet({ "chain/base": 3n * target.base }, { pending: [leaving] })).to.deep.equal([]);
  });
});
