import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import type { Action, Side } from "../../src/core/words.ts";
import { type GasStatus, gasLimitOf, scheduledGas } from "../../src/mempool/gas-schedule.ts";
import { openSmallChain, type SmallChain, twoPoolGenesis, type Wish } from "./small-chain.ts";

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const TOO_MUCH = 10n ** 24n;
/** From a deadline that can be kept to one that has passed. */
const LATE = 1_200;
const ROUNDS = 4;

const random = stream(1, "gas-schedule");
/** A whole number between two others, all of its digits drawn. */
const between = (low: bigint, high: bigint): bigint => low + ((high - low) * BigInt(Math.floor(random() * 2 ** 52))) / 2n ** 52n;
const amountOf = (asset: "base" | "quote"): bigint => (asset === "base" ? between(1n, 3n * ETHER) : between(1_000n, 600n * DOLLAR));
const paid = (side: Side): bigint => amountOf(side === "sell" ? "base" : "quote");

const arbitrage = (side: Side, minAmountOut = 1n): Wish => ({
  from: "arbitrageur-1",
  action: { kind: "arbitrage", side, amountIn: paid(side), minAmountOut },
});

interface Row {
  readonly what: string;
  readonly status: GasStatus;
  readonly first: boolean;
  /** The block; its last transaction is the one that is measured. */
  readonly block: (time: number) => readonly Wish[];
}

const trade = (side: Side, deadline: number, minAmountOut = 1n, from = "trader-1"): Wish => ({
  from,
  action: { kind: "trade", side, amountIn: paid(side), minAmountOut, deadline },
});
const add = (deadline: number, base = amountOf("base")): Wish => ({
  from: "other-lps",
  action: { kind: "add-liquidity", base, quote: base, deadline },
});
const remove = (deadline: number, liquidity = between(10n ** 12n, 10n ** 13n)): Wish => ({
  from: "other-lps",
  action: { kind: "remove-liquidity", liquidity, deadline },
});

const swaps = (["sell", "buy"] as const).flatMap((side): Row[] => [
  { what: `arbitrage, ${side}, first`, status: "success", first: true, block: () => [arbitrage(side)] },
  { what: `arbitrage, ${side}, later`, status: "success", first: false, block: (t) => [trade("sell", t), arbitrage(side)] },
  { what: `arbitrage, ${side}, below its minimum`, status: "reverted", first: true, block: () => [arbitrage(side, TOO_MUCH)] },
  { what: `trade, ${side}, first`, status: "success", first: true, block: (t) => [trade(side, t)] },
  { what: `trade, ${side}, later`, status: "success", first: false, block: (t) => [arbitrage("buy"), trade(side, t, 1n, "trader-2")] },
  { what: `trade, ${side}, too little out`, status: "reverted", first: true, block: (t) => [trade(side, t, TOO_MUCH)] },
  { what: `trade, ${side}, expired`, status: "expired", first: true, block: (t) => [trade(side, t - LATE)] },
]);

const transfers = (["base", "quote"] as const).flatMap((asset): Row[] => {
  const withdraw = (amount: bigint): Wish => ({ from: "arbitrageur-1", action: { kind: "withdraw", asset, amount } });
  const pay = (amount: bigint): Wish => ({ from: "bridge", action: { kind: "transfer", asset, to: "arbitrageur-1-executor", amount } });
  return [
    { what: `withdraw, ${asset}`, status: "success", first: true, block: () => [withdraw(amountOf(asset))] },
    { what: `withdraw, ${asset}, more than there is`, status: "reverted", first: true, block: () => [withdraw(TOO_MUCH)] },
    { what: `transfer, ${asset}`, status: "success", first: true, block: () => [pay(amountOf(asset))] },
    { what: `transfer, ${asset}, more than there is`, status: "reverted", first: true, block: () => [pay(TOO_MUCH)] },
  ];
});

const flash = (minProfit = 0n): Wish => ({
  from: "cross-pool-arbitrageur-1",
  action: { kind: "flash-arbitrage", cheap: "pair", base: between(ETHER / 1000n, ETHER / 100n), minProfit },
});
const paying = ({ from, action }: Wish): Wish => ({ from, action: { ...action, payment: 123_456_789n } as Action });

const rows: readonly Row[] = [
  { what: "flash-arbitrage, first", status: "success", first: true, block: () => [flash()] },
  { what: "flash-arbitrage, later", status: "success", first: false, block: () => [flash(), flash()] },
  { what: "flash-arbitrage, below its minimum", status: "reverted", first: true, block: () => [flash(TOO_MUCH)] },
  { what: "arbitrage that pays the builder", status: "success", first: true, block: () => [paying(arbitrage("sell"))] },
  { what: "flash-arbitrage that pays the builder", status: "success", first: true, block: () => [paying(flash())] },
  {
    what: "arbitrage that pays the builder nothing, being reverted",
    status: "reverted",
    first: true,
    block: () => [paying(arbitrage("sell", TOO_MUCH))],
  },
  ...swaps,
  ...transfers,
  { what: "cancel", status: "success", first: true, block: () => [{ from: "trader-1", action: { kind: "cancel" } }] },
  { what: "add-liquidity, first", status: "success", first: true, block: (t) => [add(t)] },
  { what: "add-liquidity, later", status: "success", first: false, block: (t) => [trade("sell", t), add(t)] },
  { what: "add-liquidity, more than there is", status: "reverted", first: true, block: (t) => [add(t, TOO_MUCH)] },
  { what: "add-liquidity, expired", status: "expired", first: true, block: (t) => [add(t - LATE)] },
  { what: "remove-liquidity, first", status: "success", first: true, block: (t) => [remove(t)] },
  { what: "remove-liquidity, later", status: "success", first: false, block: (t) => [trade("buy", t), remove(t)] },
  { what: "remove-liquidity, more than there is", status: "reverted", first: true, block: (t) => [remove(t, TOO_MUCH)] },
  { what: "remove-liquidity, expired", status: "expired", first: true, block: (t) => [remove(t - LATE)] },
];

describe("venues/chain: the gas schedule is what the chain measures, within 2 %", () => {
  let chain: SmallChain;
  before(async () => {
    chain = await openSmallChain(twoPoolGenesis);
  });
  after(() => chain.close());

  for (const { what, status, first, block } of rows) {
    it(what, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const outcomes = await chain.block(block(chain.time() + 600));
        const { tx, success, gasUsed, reason = "" } = outcomes.at(-1)!;
        expect(success ? "success" : reason.endsWith("EXPIRED") ? "expired" : "reverted", reason).to.equal(status);
        const scheduled = scheduledGas(tx.action, first, status);
        expect(Math.abs(scheduled / Number(gasUsed) - 1), `scheduled ${scheduled}, measured ${gasUsed}`).to.be.below(0.02);
        expect(gasLimitOf(tx.action.kind)).to.be.above(Number(gasUsed) * 1.3);
      }
    });
  }

  it("the first swap of a run costs no more than the first of any block", async () => {
    const fresh = await openSmallChain();
    const [outcome] = await fresh.block([arbitrage("sell")]);
    await fresh.close();
    const scheduled = scheduledGas(outcome!.tx.action, true);
    expect(Math.abs(scheduled / Number(outcome!.gasUsed) - 1)).to.be.below(0.02);
  });

  it("a gas limit also suffices for a balance that was zero, which costs 17,100 more than scheduled", async () => {
    const deadline = chain.time() + 600;
    const [{ base }] = [(await chain.venue.state()).balances.get("trader-2")!];
    const sellAll: Action = { kind: "trade", side: "sell", amountIn: base, minAmountOut: 1n, deadline };
    const buyBack: Action = { kind: "trade", side: "buy", amountIn: DOLLAR, minAmountOut: 1n, deadline };
    const outcomes = await chain.block([sellAll, buyBack].map((action) => ({ from: "trader-2", action })));
    expect(outcomes.map(({ success }) => success)).to.deep.equal([true, true]);
    const used = Number(outcomes[1]?.gasUsed);
    expect(used - scheduledGas(buyBack, false)).to.be.closeTo(17_100, 200);
    expect(used).to.be.below(gasLimitOf("trade"));
  });
});
