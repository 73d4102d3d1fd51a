import { id } from "ethers";
import { expect } from "chai";
import { after, before, beforeEach, describe, it } from "mocha";
import { amountOut } from "../../src/amm/uniswap-v2.ts";
import { publishedFee } from "../../src/amm/swap-fee.ts";
import type { Action, BlockEnv, Outcome, SwapEffect, Tx } from "../../src/core/words.ts";
import { walletAddress } from "../../src/venues/chain/layout.ts";
import { type BothVenues, openBothVenues } from "./both-venues.ts";
import { crowdedGenesis } from "./crowded-genesis.ts";

const ETHER = 10n ** 18n;
const GWEI = 10n ** 9n;
const TOO_MUCH = 10n ** 24n;

/** Every comparison of chain and twin is made by `openBothVenues`, in every trial and block. */
describe("venues: a trial, on chain and twin alike", () => {
  let both: BothVenues;
  let env: BlockEnv = { number: 0, timestamp: crowdedGenesis.timestamp, baseFee: 2n * GWEI };
  const nonces = new Map<string, number>();
  let lastId = 0;

  before(async () => {
    both = await openBothVenues(crowdedGenesis);
  });
  beforeEach(() => {
    env = { ...env, number: env.number + 1, timestamp: env.timestamp + 13 };
  });
  after(() => both.venue.close());

  /** A transaction whose nonce is so many after the next that is due. */
  const txOf = (from: string, action: Action, ahead = 0): Tx => {
    lastId += 1;
    const fees = { maxFeePerGas: 9n * GWEI, maxPriorityFeePerGas: 3n * GWEI, submitted: env.number, priced: env.number };
    return { id: lastId, from, sender: "trader", nonce: (nonces.get(from) ?? 0) + ahead, action, ...fees };
  };
  const sale = (amountIn: bigint, minAmountOut = 1n, deadline = env.timestamp): Action => {
    return { kind: "trade", side: "sell", amountIn, minAmountOut, deadline };
  };
  const arbitrage = (payment: bigint, minAmountOut = 1n): Action => {
    return { kind: "arbitrage", side: "sell", amountIn: ETHER, minAmountOut, payment };
  };
  const execute = async (txs: readonly Tx[]): Promise<readonly Outcome[]> => {
    for (const { from, nonce } of txs) nonces.set(from, nonce + 1);
    return both.venue.execute(env, txs);
  };
  const received = (outcomes: readonly Outcome[]): readonly (bigint | undefined)[] =>
    outcomes.map(({ effects }) => effects.find((each): each is SwapEffect => each.type === "swap")?.amountOut);
  /** The accumulators of the pair on the chain, which began long before the run, and of its twin. */
  const cumulative = async (): Promise<readonly bigint[]> => {
    const topics = [id("Mint(address,uint256,uint256)")];
    const logs = (await both.provider.request({ method: "eth_getLogs", params: [{ fromBlock: "0x0", topics }] })) as readonly {
      readonly address: string;
    }[];
    const read = async (signature: string): Promise<bigint> =>
      BigInt(
        (await both.provider.request({
          method: "eth_call",
          params: [{ to: logs[0]!.address, data: id(signature).slice(0, 10) }, "latest"],
        })) as string,
      );
    const { basePriceCumulative, quotePriceCumulative } = await both.twin.facts();
    const there = [await read("price0CumulativeLast()"), await read("price1CumulativeLast()")];
    return [...there, BigInt(basePriceCumulative ?? 0), BigInt(quotePriceCumulative ?? 0)];
  };

  it("goes on from what it has kept, and from nothing else", async () => {
    const trial = await both.venue.trial(env);
    const { base, quote } = (await both.venue.state()).pool;
    const first = amountOut(ETHER, base, quote, publishedFee);
    const second = amountOut(ETHER, base + ETHER, quote - first, publishedFee);
    const failing = [txOf("trader-1", sale(ETHER)), txOf("trader-2", sale(ETHER, TOO_MUCH))];
    expect(received(await trial.dry(failing)), "before it fails, it does what it would").to.deep.equal([first, undefined]);
    expect(await trial.attempt(failing)).to.deep.equal({ isKept: false, reverted: [failing[1]!.id] });
    const kept = [txOf("trader-1", sale(ETHER))];
    expect(received(await trial.dry(kept)), "what failed has left nothing").to.deep.equal([first]);
    expect(await trial.attempt(kept)).to.deep.equal({ isKept: true, reverted: [] });
    const next = [txOf("trader-1", sale(ETHER), 1)];
    expect(received(await trial.dry(next)), "what was kept stands before it").to.deep.equal([second]);
    expect(await trial.attempt(next)).to.deep.equal({ isKept: true, reverted: [] });
    await trial.close();
  });

  it("keeps what is reverted only where it may be", async () => {
    const trial = await both.venue.trial(env);
    const attempt = (mayRevert: (victim: Tx, other: Tx) => readonly number[]): ReturnType<typeof trial.attempt> => {
      const [victim, other] = [txOf("trader-1", sale(ETHER, TOO_MUCH)), txOf("trader-2", sale(ETHER, TOO_MUCH))];
      return trial.attempt([victim, other], mayRevert(victim, other));
    };
    expect((await attempt(() => [])).isKept).to.equal(false);
    expect((await attempt((victim) => [victim.id])).isKept).to.equal(false);
    expect((await attempt((victim, other) => [other.id, victim.id])).isKept).to.equal(true);
    const used = await trial.attempt([txOf("trader-1", sale(ETHER), 1)]);
    expect(used.isKept, "its nonce is used up").to.equal(true);
    await trial.close();
  });

  it("leaves no trace: not in balances, nonces, reserves nor anything else of the state", async () => {
    const { provider, venue } = both;
    const nonceOf = (from: string): Promise<unknown> =>
      provider.request({ method: "eth_getTransactionCount", params: [walletAddress(from), "latest"] });
    const picture = async (): Promise<unknown> => [
      await venue.state(),
      await venue.facts(),
      await both.twin.facts(),
      await nonceOf("trader-1"),
    ];
    const start = await picture();
    const trial = await venue.trial(env);
    await trial.attempt([txOf("trader-1", sale(ETHER)), txOf("arbitrageur-1", arbitrage(ETHER))]);
    await trial.attempt([txOf("trader-2", sale(ETHER, TOO_MUCH))]);
    await trial.attempt([txOf("trader-2", sale(ETHER))]);
    await trial.close();
    expect(await picture()).to.deep.equal(start);
    const [outcome] = await execute([txOf("trader-1", sale(ETHER))]);
    expect(outcome?.success, "the nonce that the trial used is still due").to.equal(true);
  });

  it("tells what is executed: outcomes, gas and events", async () => {
    const txs = [txOf("trader-3", sale(ETHER, TOO_MUCH)), txOf("arbitrageur-1", arbitrage(5n * GWEI)), txOf("trader-4", sale(3n * ETHER))];
    const trial = await both.venue.trial(env);
    const one = await trial.dry(txs.slice(0, 2));
    expect(await trial.attempt(txs.slice(0, 2), [txs[0]!.id])).to.deep.equal({ isKept: true, reverted: [txs[0]!.id] });
    const other = await trial.dry(txs.slice(2));
    expect(await trial.attempt(txs.slice(2))).to.deep.equal({ isKept: true, reverted: [] });
    await trial.close();
    expect(await execute(txs)).to.deep.equal([...one, ...other]);
  });

  it("is at the block's own time: a deadline at that second is kept, the second before has passed", async () => {
    const trial = await both.venue.trial(env);
    const late = await trial.dry([txOf("trader-1", sale(ETHER, 1n, env.timestamp - 1))]);
    expect(late.map(({ reason }) => reason)).to.deep.equal(["UniswapV2Router: EXPIRED"]);
    const again = await trial.attempt([txOf("trader-1", sale(ETHER, 1n, env.timestamp))]);
    expect(again.isKept).to.equal(true);
    const still = await trial.attempt([txOf("trader-1", sale(ETHER, 1n, env.timestamp), 1)]);
    expect(still.isKept, "however many are tried").to.equal(true);
    await trial.close();
  });

  it("charges the block's own base fee, and pays the builder only on success", async () => {
    const { venue } = both;
    const price = { maxFeePerGas: 4n * GWEI, maxPriorityFeePerGas: 3n * GWEI };
    const swap = { ...txOf("arbitrageur-1", arbitrage(7n * GWEI)), ...price };
    const failed = { ...txOf("sandwicher-1", arbitrage(11n * GWEI, TOO_MUCH)), ...price };
    const trial = await venue.trial(env);
    const tried = await trial.dry([swap, failed]);
    await trial.close();
    const start = (await venue.state()).balances.get("coinbase")!.gas;
    const outcomes = await execute([swap, failed]);
    expect(outcomes).to.deep.equal(tried);
    const gas = outcomes.reduce((sum, { gasUsed }) => sum + gasUsed, 0n);
    // Of the four gwei two are burned.
    expect((await venue.state()).balances.get("coinbase")!.gas - start).to.equal(gas * 2n * GWEI + 7n * GWEI);
  });

  it("moves no price accumulator: after a block of 13 s each has grown by 13 s at the price that stood", async () => {
    const { venue } = both;
    await execute([txOf("trader-1", sale(ETHER))]);
    const { base, quote } = (await venue.state()).pool;
    const start = await cumulative();

    env = { ...env, number: env.number + 1, timestamp: env.timestamp + 13 };
    const trial = await venue.trial(env);
    for (const from of ["trader-2", "trader-3"]) await trial.attempt([txOf(from, sale(ETHER))]);
    await trial.close();
    expect(await cumulative()).to.deep.equal(start);
    await execute([txOf("trader-2", sale(ETHER))]);
    // UQ112x112, whitepaper section 2.2.1; token0 is base.
    const grown = [13n * ((quote << 112n) / base), 13n * ((base << 112n) / quote)];
    expect((await cumulative()).map((each, i) => each - start[i]!)).to.deep.equal([...grown, ...grown]);
  });
});
