import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import type { Action, Genesis } from "../../src/core/words.ts";
import { firstLiquidity, minimumLiquidity } from "../../src/amm/uniswap-v2.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { worldOf } from "../../src/world-of.ts";
import { genesisOf, openAccounts } from "../../src/engine/genesis.ts";
import { Accounts } from "../../src/ledger/accounts.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { decodeReason } from "../../src/venues/chain/decode.ts";
import { addressesOf, deployedAddress, DEPLOY_NONCE, layoutOf } from "../../src/venues/chain/layout.ts";
import { openSmallChain, type SmallChain, smallGenesis } from "./small-chain.ts";

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const ASSETS = ["base", "quote", "liquidity", "gas"] as const;

/** Stand for the tokens of mainnet, at addresses that never change: part of what a visitor may rely on. */
const WETH = "0xd6e94fd79f6ec1b0728922b981066f6f856ea4ec";
const USDC = "0xf2243a562e99001629cdb6924b7986a4f4c91491";

const sell = (amountIn: bigint, deadline: number, minAmountOut = 1n): Action => ({
  kind: "trade",
  side: "sell",
  amountIn,
  minAmountOut,
  deadline,
});

describe("venues/chain: genesis", () => {
  it("puts the tokens at fixed addresses", () => {
    expect(deployedAddress(DEPLOY_NONCE.weth)).to.equal(WETH);
    expect(deployedAddress(DEPLOY_NONCE.usdc)).to.equal(USDC);
    const other: Genesis = { ...smallGenesis, endowments: smallGenesis.endowments.filter(({ type }) => type === "wallet") };
    for (const genesis of [smallGenesis, other]) {
      const executors = new Map([["arbitrageur-1-executor", "0x1"]]);
      const pair = { pair: "0x2", sidePair: null, router: "0x4", baseIsToken0: true };
      expect(layoutOf({ ...pair, reader: "0x3", lending: null }, addressesOf(genesis, pair, executors))).to.include({
        weth: WETH,
        usdc: USDC,
      });
      expect(BigInt(WETH) < BigInt(USDC)).to.equal(true);
    }
  });

  it("two fresh chains are the same to the hash of the last block", async () => {
    const facts = await Promise.all(
      [1, 2].map(async () => {
        const chain = await openSmallChain();
        await chain.block([{ from: "trader-1", action: sell(ETHER, chain.time() + 60) }]);
        const found = await chain.venue.facts();
        await chain.close();
        return found;
      }),
    );
    expect(facts[0]).to.deep.equal(facts[1]);
  });

  it("gives every account what the ledger opens it with, and nobody else anything", async () => {
    const scenario = findScenario("calm-day");
    const settings = resolveSettings(scenario, {
      "run.blocks": 1,
      "agents.arbitrageurs": 3,
      "agents.traderAccounts": 5,
      "pool.lpShare": 0.3,
    });
    const world = worldOf(scenario, settings, 1, drawPath(scenario, settings, 1), () => Promise.reject(new Error("not opened")));
    const genesis = genesisOf(world);
    const accounts = new Accounts();
    openAccounts(accounts, genesis, world);
    const chain = await openSmallChain(genesis);
    const { balances, pool } = await chain.venue.state();
    await chain.close();
    expect([...balances.keys()]).to.include.members([
      "zero",
      "pair",
      "router",
      "weth",
      "deployer",
      "coinbase",
      "lp",
      "arbitrageur-3-executor",
      "trader-5",
    ]);
    for (const [account, held] of balances) {
      for (const asset of ASSETS) expect(held[asset], `${account}, ${asset}`).to.equal(accounts.balance(account, "chain", asset));
    }
    const supply = firstLiquidity(genesis.pool.base, genesis.pool.quote) + minimumLiquidity;
    const { base, quote } = genesis.pool;
    expect(pool).to.deep.equal({ base, quote, supply });
    const sum = (asset: (typeof ASSETS)[number]): bigint => [...balances.values()].reduce((total, each) => total + each[asset], 0n);
    expect(sum("liquidity")).to.equal(supply);
    expect(sum("base"), "every WETH is backed by ETH in the token's contract").to.equal(balances.get("weth")?.gas);
  });
});

describe("venues/chain: execution", () => {
  let chain: SmallChain;
  before(async () => {
    chain = await openSmallChain();
  });
  after(() => chain.close());

  it("tells why a transaction was reverted in the contract's own words", async () => {
    const later = chain.time() + 600;
    const outcomes = await chain.block([
      { from: "trader-1", action: sell(ETHER, chain.time() - 1) },
      { from: "trader-1", action: sell(ETHER, later, 10n ** 12n) },
      { from: "trader-1", action: sell(10n ** 24n, later) },
      { from: "trader-1", action: sell(1n, later, 0n) },
      { from: "arbitrageur-1", action: { kind: "arbitrage", side: "sell", amountIn: ETHER, minAmountOut: 10n ** 12n } },
      { from: "other-lps", action: { kind: "remove-liquidity", liquidity: 10n ** 24n, deadline: later } },
    ]);
    expect(outcomes.map(({ success }) => success)).to.deep.equal(outcomes.map(() => false));
    expect(outcomes.map(({ reason }) => reason)).to.deep.equal([
      "UniswapV2Router: EXPIRED",
      "UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT",
      "TransferHelper: TRANSFER_FROM_FAILED",
      "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT",
      "ArbitrageExecutor_BelowMinimumProfit",
      "ds-math-sub-underflow",
    ]);
    for (const { effects, gasUsed } of outcomes) expect(effects.length === 0 && gasUsed > 21_000n).to.equal(true);
  });

  it("tells the raw data of an error that it does not know, and that there was none", () => {
    expect(decodeReason("0x12345678aa")).to.equal("0x12345678aa");
    expect(decodeReason(undefined)).to.equal("reverted without a reason");
    expect(decodeReason("0x")).to.equal("reverted without a reason");
  });

  it("executes in the order it is given, whatever the transactions pay", async () => {
    const deadline = chain.time() + 600;
    const action = sell(ETHER, deadline);
    const cheapFirst = await chain.block([
      { from: "trader-1", action, gwei: 1 },
      { from: "trader-2", action, gwei: 100 },
    ]);
    const dearFirst = await chain.block([
      { from: "trader-2", action, gwei: 100 },
      { from: "trader-1", action, gwei: 1 },
    ]);
    for (const outcomes of [cheapFirst, dearFirst]) {
      const [first, second] = outcomes.map(({ effects }) => effects.find((effect) => effect.type === "swap"));
      expect(first!.amountOut > second!.amountOut, "the first of two equal sales gets more").to.equal(true);
    }
    expect(dearFirst.map(({ tx }) => tx.from)).to.deep.equal(["trader-2", "trader-1"]);
  });

  it("several transactions of one account stay in the order of their nonces", async () => {
    const deadline = chain.time() + 600;
    const outcomes = await chain.block(
      [1n, 2n, 3n].map((n) => ({ from: "trader-1", action: sell(n * ETHER, deadline), gwei: Number(4n - n) })),
    );
    const paid = outcomes.map(({ effects }) => effects.find((effect) => effect.type === "swap")?.amountIn);
    expect(paid).to.deep.equal([ETHER, 2n * ETHER, 3n * ETHER]);
  });

  it("reports a swap and its transfers by role, to the unit", async () => {
    const before = await chain.venue.state();
    const [outcome] = await chain.block([
      { from: "trader-2", action: { kind: "trade", side: "buy", amountIn: 500n * DOLLAR, minAmountOut: 1n, deadline: chain.time() + 60 } },
    ]);
    const after = await chain.venue.state();
    const bought = after.balances.get("trader-2")!.base - before.balances.get("trader-2")!.base;
    expect(outcome?.effects).to.have.deep.members([
      { type: "swap", side: "buy", amountIn: 500n * DOLLAR, amountOut: bought },
      { type: "transfer", asset: "quote", from: "trader-2", to: "pair", amount: 500n * DOLLAR },
      { type: "transfer", asset: "base", from: "pair", to: "trader-2", amount: bought },
    ]);
    expect(after.pool.base).to.equal(before.pool.base - bought);
    expect(after.pool.quote).to.equal(before.pool.quote + 500n * DOLLAR);
  });

  it("burns the base fee and gives the rest to the builder", async () => {
    const before = (await chain.venue.state()).balances;
    const [outcome] = await chain.block([{ from: "trader-1", action: { kind: "cancel" }, gwei: 20 }], { baseFeeGwei: 7 });
    const after = (await chain.venue.state()).balances;
    const gwei = 10n ** 9n;
    expect(outcome?.gasUsed).to.equal(21_000n);
    expect(before.get("trader-1")!.gas - after.get("trader-1")!.gas).to.equal(21_000n * 20n * gwei);
    expect(after.get("coinbase")!.gas - before.get("coinbase")!.gas).to.equal(21_000n * 13n * gwei);
  });

  it("an empty block moves nothing but the time", async () => {
    const before = await chain.venue.state();
    const height = (await chain.venue.facts())["height"];
    expect(await chain.block([])).to.deep.equal([]);
    expect(await chain.venue.state()).to.equal(before);
    expect((await chain.venue.facts())["height"]).to.equal(Number(height) + 1);
  });

  it("an account that the run does not have is refused by name", async () => {
    const action: Action = { kind: "transfer", asset: "base", to: "nobody", amount: 1n };
    const error: unknown = await chain.block([{ from: "bridge", action }]).catch((reason: unknown) => reason);
    expect(error).to.include({ code: "CHAIN_ACCOUNT" });
  });
});
