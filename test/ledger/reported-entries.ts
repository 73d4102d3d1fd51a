import { expect } from "chai";
import { describe, it } from "mocha";
import type { ChainEffect, PoolState } from "../../src/core/words.ts";
import { Accounts } from "../../src/ledger/accounts.ts";
import type { Prediction } from "../../src/ledger/chain-entries.ts";
import { reportedEntries } from "../../src/ledger/reported-entries.ts";
import { txWith } from "../mempool/pending.ts";

const POOL: PoolState = { base: 1_000n, quote: 2_000n, supply: 100n };
const BESIDE = { side: { base: 10n, quote: 20n, supply: 0n }, lending: null, time: 0 };
const raw = { kind: "raw", raw: "0x", hash: "0x", gasLimit: 21_000, value: 0n } as const;

function entriesOf(effects: readonly ChainEffect[], success = true): Prediction {
  return reportedEntries({ tx: txWith({ from: "visitor-1", action: raw }), success, gasUsed: 1n, effects }, POOL, BESIDE);
}

/** What each account holds more, as `account asset` and amount; everything together must hold nothing more. */
function changes({ postings }: Prediction): Readonly<Record<string, bigint>> {
  const accounts = new Accounts();
  accounts.post(postings);
  const all = [...accounts.all()].filter(({ amount }) => amount !== 0n);
  for (const asset of ["base", "quote", "liquidity", "gas"])
    expect(
      all.filter((each) => each.asset === asset).reduce((sum, { amount }) => sum + amount, 0n),
      asset,
    ).to.equal(0n);
  return Object.fromEntries(all.map(({ account, asset, amount }) => [`${account} ${asset}`, amount]));
}

const moved = (asset: "base" | "quote" | "liquidity", from: string, to: string, amount: bigint): ChainEffect => ({
  type: "transfer",
  asset,
  from,
  to,
  amount,
});
const sync = (base: bigint, quote: bigint, pool: "pair" | "side-pair" = "pair"): ChainEffect => ({ type: "sync", pool, base, quote });
const swap = (in0: bigint, in1: bigint, out0: bigint, out1: bigint): ChainEffect => ({
  type: "swap",
  side: in0 > 0n ? "sell" : "buy",
  amountIn: in0 > 0n ? in0 : in1,
  amountOut: in0 > 0n ? out1 : out0,
  amounts: { paidIn: { base: in0, quote: in1 }, paidOut: { base: out0, quote: out1 } },
});

describe("ledger/reported-entries", () => {
  it("a plain swap: what moved, the reserves reported, and one swap between the reserves before and after", () => {
    const found = entriesOf([
      moved("base", "visitor-1", "pair", 10n),
      moved("quote", "pair", "trader-1", 19n),
      sync(1_010n, 1_981n),
      swap(10n, 0n, 0n, 19n),
    ]);
    expect(changes(found)).to.deep.equal({ "visitor-1 base": -10n, "pair base": 10n, "pair quote": -19n, "trader-1 quote": 19n });
    expect(found.pool).to.deep.equal({ ...POOL, base: 1_010n, quote: 1_981n });
    expect(found.steps).to.have.length(1);
    expect(found.swap).to.include({ side: "sell", amountIn: 10n, amountOut: 19n, before: POOL }).and.not.have.property("paidIn");
  });

  it("a flash loan of base: what is left of it was paid in, and the fee is on all that was", () => {
    const found = entriesOf([sync(1_001n, 2_000n), swap(101n, 0n, 100n, 0n)]);
    expect(found.swap).to.include({ side: "sell", amountIn: 1n, amountOut: 0n });
    expect(found.swap?.paidIn).to.deep.equal({ base: 101n, quote: 0n });
  });

  it("several swaps on both pools keep their order", () => {
    const found = entriesOf([
      sync(1_010n, 1_981n),
      swap(10n, 0n, 0n, 19n),
      sync(9n, 23n, "side-pair"),
      { ...swap(0n, 3n, 1n, 0n), pool: "side-pair" } as ChainEffect,
      sync(1_005n, 1_991n),
      swap(0n, 10n, 5n, 0n),
    ]);
    expect(found.steps?.map(({ pool, swap: each }) => `${pool} ${each?.side ?? "none"}`)).to.deep.equal([
      "pair sell",
      "side-pair buy",
      "pair buy",
    ]);
    expect(found.steps?.[2]?.before).to.equal(found.steps?.[0]?.after);
    expect(found.side?.pool).to.include({ base: 9n, quote: 23n });
  });

  it("liquidity that is made and unmade changes the supply; what is sent to address zero lies there", () => {
    const minted = entriesOf([moved("liquidity", "zero", "visitor-1", 5n), sync(1_050n, 2_100n)]);
    expect(changes(minted)).to.deep.equal({ "liquidity-issue liquidity": -5n, "visitor-1 liquidity": 5n });
    expect(minted.pool.supply).to.equal(105n);
    expect(minted.swap).to.equal(null);
    const burned = entriesOf([moved("liquidity", "pair", "zero", 5n), sync(950n, 1_900n)]);
    expect(burned.pool.supply).to.equal(95n);
    const lost = entriesOf([moved("liquidity", "visitor-1", "zero", 5n)]);
    expect(changes(lost)).to.deep.equal({ "visitor-1 liquidity": -5n, "zero liquidity": 5n });
    expect(lost.pool, "the supply is what it was").to.equal(POOL);
  });

  it("ETH that is wrapped, unwrapped and sent; strangers share one account", () => {
    const found = entriesOf([
      { type: "ether", from: "visitor-1", to: "weth", amount: 7n },
      { type: "wrap", account: "0x1234", amount: 7n },
      { type: "wrap", account: "visitor-1", amount: -2n },
      { type: "ether", from: "0x1234", to: "0x99", amount: 3n },
    ]);
    expect(changes(found)).to.deep.equal({
      "visitor-1 gas": -7n,
      "weth gas": 7n,
      "weth-issue base": -5n,
      "visitor-contracts base": 7n,
      "visitor-1 base": -2n,
    });
  });

  it("what was reverted moved nothing", () => {
    expect(entriesOf([sync(1n, 1n)], false)).to.deep.equal({ postings: [], pool: POOL, swap: null });
  });
});
