import { expect } from "chai";
import { after, before, describe, it } from "mocha";
import type { Action, BlockEnv, Outcome, Venue } from "../../src/core/words.ts";
import { openTwinVenue } from "../../src/venues/twin/twin-venue.ts";
import { openSmallChain, type SmallChain, smallGenesis, type Wish } from "./small-chain.ts";

const ETHER = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const TOO_MUCH = 10n ** 24n;
const GWEI = 10n ** 9n;

describe("venues/twin: what the chain does, to the wei", () => {
  let chain: SmallChain;
  let twin: Venue;
  let number = 0;
  /** What the chain measured, which here the twin charges too, so that ETH can be compared as well. */
  const gas = new Map<number, bigint>();

  before(async () => {
    chain = await openSmallChain();
    twin = openTwinVenue(smallGenesis, { gasOf: (tx) => Number(gas.get(tx.id)) });
  });
  after(() => chain.close());

  /** Executes a block on both and compares outcomes, events in their order, and all balances. */
  async function both(wishes: readonly Wish[], baseFeeGwei = 0): Promise<readonly Outcome[]> {
    number += 1;
    const outcomes = await chain.block(wishes, { baseFeeGwei });
    for (const { tx, gasUsed } of outcomes) gas.set(tx.id, gasUsed);
    const env: BlockEnv = { number, timestamp: chain.time(), baseFee: BigInt(baseFeeGwei) * GWEI };
    const mirrored = await twin.execute(
      env,
      outcomes.map(({ tx }) => tx),
    );
    expect(mirrored).to.deep.equal(outcomes);
    expect(await twin.state()).to.deep.equal(await chain.venue.state());
    return outcomes;
  }

  const trade = (amountIn: bigint, more: Partial<Extract<Action, { kind: "trade" }>> = {}): Action => {
    return { kind: "trade", side: "sell", amountIn, minAmountOut: 1n, deadline: chain.time() + 60, ...more };
  };
  const arbitrage = (amountIn: bigint, more: Partial<Extract<Action, { kind: "arbitrage" }>> = {}): Action => {
    return { kind: "arbitrage", side: "buy", amountIn, minAmountOut: 1n, ...more };
  };

  it("begins with the same balances and the same pool", async () => {
    expect(await twin.state()).to.deep.equal(await chain.venue.state());
    expect([...(await twin.state()).balances.keys()]).to.deep.equal([...(await chain.venue.state()).balances.keys()]);
  });

  it("carries out every kind of transaction, several in a block", async () => {
    const deadline = chain.time() + 60;
    const outcomes = await both([
      { from: "trader-1", action: trade(3n * ETHER) },
      { from: "trader-2", action: trade(500n * DOLLAR, { side: "buy" }) },
      { from: "arbitrageur-1", action: arbitrage(900n * DOLLAR) },
      { from: "arbitrageur-1", action: arbitrage(2n * ETHER, { side: "sell" }) },
      { from: "arbitrageur-1", action: { kind: "withdraw", asset: "base", amount: 5n } },
      { from: "arbitrageur-1", action: { kind: "withdraw", asset: "quote", amount: 7n } },
      { from: "bridge", action: { kind: "transfer", asset: "quote", to: "arbitrageur-1-executor", amount: 11n } },
      { from: "bridge", action: { kind: "transfer", asset: "base", to: "pair", amount: 13n } },
      { from: "trader-1", action: trade(10n ** 15n) },
      { from: "other-lps", action: { kind: "add-liquidity", base: ETHER, quote: 1_000n * DOLLAR, deadline } },
      { from: "other-lps", action: { kind: "remove-liquidity", liquidity: 10n ** 12n, deadline } },
      { from: "lp", action: { kind: "cancel" } },
    ]);
    expect(outcomes.map(({ success }) => success)).to.deep.equal(outcomes.map(() => true));
  });

  it("refuses for the same reasons, and charges gas for it", async () => {
    const [deadline, past] = [chain.time() + 60, chain.time() - 60];
    const outcomes = await both([
      { from: "trader-1", action: trade(ETHER, { deadline: past }) },
      { from: "trader-1", action: trade(ETHER, { minAmountOut: TOO_MUCH }) },
      { from: "trader-1", action: trade(TOO_MUCH) },
      { from: "trader-1", action: trade(0n) },
      { from: "trader-1", action: trade(1n, { minAmountOut: 0n }) },
      { from: "bridge", action: trade(ETHER) },
      { from: "arbitrageur-1", action: arbitrage(DOLLAR, { minAmountOut: TOO_MUCH }) },
      { from: "arbitrageur-1", action: arbitrage(TOO_MUCH) },
      { from: "arbitrageur-1", action: arbitrage(TOO_MUCH, { side: "sell" }) },
      { from: "arbitrageur-1", action: arbitrage(0n, { minAmountOut: 0n }) },
      { from: "arbitrageur-1", action: arbitrage(2n ** 250n) },
      { from: "arbitrageur-1", action: { kind: "withdraw", asset: "base", amount: TOO_MUCH } },
      { from: "bridge", action: { kind: "transfer", asset: "quote", to: "lp", amount: TOO_MUCH } },
      { from: "other-lps", action: { kind: "add-liquidity", base: TOO_MUCH, quote: TOO_MUCH, deadline } },
      { from: "other-lps", action: { kind: "add-liquidity", base: 1n, quote: 1n, deadline: past } },
      { from: "other-lps", action: { kind: "add-liquidity", base: 0n, quote: 1n, deadline } },
      { from: "other-lps", action: { kind: "remove-liquidity", liquidity: TOO_MUCH, deadline } },
      { from: "other-lps", action: { kind: "remove-liquidity", liquidity: 1n, deadline } },
      { from: "lp", action: { kind: "remove-liquidity", liquidity: 10n, deadline } },
    ]);
    expect(outcomes.map(({ success }) => success)).to.deep.equal(outcomes.map(() => false));
    expect(new Set(outcomes.map(({ reason }) => reason)).size).to.be.above(10);
  });

  it("burns the base fee and gives the rest to the builder", async () => {
    await both(
      [
        { from: "trader-1", action: trade(ETHER), gwei: 20 },
        { from: "trader-2", action: { kind: "cancel" }, gwei: 9 },
      ],
      7,
    );
  });

  it("says which transaction is the first in its block to touch the pair, and how each ended", async () => {
    const seen: unknown[] = [];
    const venue = openTwinVenue(smallGenesis, {
      gasOf: (_, isFirst, ending) => {
        seen.push([isFirst, ending]);
        return 0;
      },
    });
    const [deadline, late] = [smallGenesis.timestamp + 100, smallGenesis.timestamp];
    const actions = [
      trade(ETHER, { deadline: late }),
      trade(ETHER, { deadline, minAmountOut: TOO_MUCH }),
      trade(ETHER, { deadline }),
      trade(ETHER, { deadline }),
    ];
    const fees = { maxFeePerGas: 0n, maxPriorityFeePerGas: 0n, submitted: 1, priced: 1, sender: "trader", from: "trader-1" } as const;
    const env = { number: 1, timestamp: smallGenesis.timestamp + 13, baseFee: 0n };
    await venue.execute(
      env,
      actions.map((action, nonce) => ({ id: nonce + 1, nonce, action, ...fees })),
    );
    expect(seen).to.deep.equal([
      [true, "expired"],
      [true, "reverted"],
      [true, "success"],
      [false, "success"],
    ]);
  });

  it("an account that the run does not have is refused by name", () => {
    const tx = {
      id: 1,
      from: "bridge",
      sender: "bridge",
      nonce: 0,
      maxFeePerGas: 0n,
      maxPriorityFeePerGas: 0n,
      submitted: 1,
      priced: 1,
    } as const;
    const action = { kind: "transfer", asset: "base", to: "nobody", amount: 1n } as const;
    const fresh = openTwinVenue(smallGenesis, { gasOf: () => 0 });
    const run = (): unknown => fresh.execute({ number: 1, timestamp: smallGenesis.timestamp + 13, baseFee: 0n }, [{ ...tx, action }]);
    expect(run).to.throw().with.property("code", "TWIN_ACCOUNT");
    const poor = openTwinVenue(smallGenesis, { gasOf: () => 21_000 });
    const dear = { ...tx, maxFeePerGas: ETHER, maxPriorityFeePerGas: ETHER, action: { kind: "cancel" } } as const;
    expect(() => poor.execute({ number: 1, timestamp: smallGenesis.timestamp + 13, baseFee: 0n }, [dear]))
      .to.throw()
      .with.property("code", "TWIN_GAS");
  });

  it("its facts are its height and its price accumulators", async () => {
    const { basePriceCumulative, quotePriceCumulative, height } = await twin.facts();
    expect(height).to.equal(number);
    expect(BigInt(basePriceCumulative ?? 0) > 0n && BigInt(quotePriceCumulative ?? 0) > 0n).to.equal(true);
  });
});
