import hre from "hardhat";
import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import type { CrashResult } from "../../src/core/result.ts";
import { runCrash } from "../../src/crash.ts";
import { encodeResult } from "../../src/report/encode-result.ts";
import { publishedArtifact } from "../../src/venues/chain/artifacts.ts";
import type { PoolBinding } from "../../src/venues/chain/pool-binding.ts";
import { v2Pair } from "../../src/venues/chain/v2-pair.ts";
import { livelyWindow } from "./lively-window.ts";

type Set = Readonly<Record<string, unknown>>;

const BLOCKS = 80;
const scenario = livelyWindow("black-thursday-2020");
const run = (pool: PoolBinding | undefined, set: Set = {}): Promise<CrashResult> =>
  runCrash({ scenario, seed: 3, set: { "run.blocks": BLOCKS, "agents.turnover": 5, ...set }, ...(pool === undefined ? {} : { pool }) });
const bytesOf = (result: CrashResult): string => encodeResult(result);

const published = v2Pair({ name: "published", artifact: publishedArtifact("UniswapV2Pair") });
const fork = async (fee: number): Promise<PoolBinding> =>
  v2Pair({ name: "fork", artifact: await hre.artifacts.readArtifact("FeePair"), args: ["token0", "token1", Math.round(fee * 1e6)], fee });

describe("engine: a pool of one's own", () => {
  it("the published pair, bound as if it were one, swaps and pays as the published pair does", async () => {
    const [own, usual] = [await run(published), await run(undefined)];
    expect(own.pool.name).to.equal("published");
    const moves = ({ swaps }: CrashResult): unknown => [swaps.side, swaps.amountIn, swaps.amountOut, swaps.account];
    // Gas is charged as measured, so a few sizes and bids differ; the first blocks do not.
    expect(own.swaps.amountIn.slice(0, 3)).to.deep.equal(usual.swaps.amountIn.slice(0, 3));
    expect(moves(own)).to.be.an("array");
    expect(own.pool.fees / usual.pool.fees).to.be.closeTo(1, 0.02);
    expect(own.identities.map(({ largestGap }) => largestGap).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it("a fork with another fee does what the exact model with that fee does", async () => {
    const fee = 0.0025;
    const own = await run(await fork(fee));
    const twin = await runCrash({
      scenario,
      seed: 3,
      engine: "twin",
      set: { "run.blocks": BLOCKS, "agents.turnover": 5, "pool.fee": fee },
    });
    expect(own.pool.volume / twin.pool.volume).to.be.closeTo(1, 0.02);
    expect(own.pool.fees / own.pool.volume).to.be.closeTo(fee, 1e-6);
    expect(own.series.reserveQuote.at(-1)! / twin.series.reserveQuote.at(-1)!).to.be.closeTo(1, 1e-4);
  });

  it("the same run gives the same bytes", async () => {
    const pool = await fork(0.01);
    expect(bytesOf(await run(pool))).to.equal(bytesOf(await run(pool)));
  });

  it("a fee that moves is asked for, and what each swap paid is what its amounts say", async () => {
    const pool = v2Pair({ name: "moving", artifact: await hre.artifacts.readArtifact("VolatilityFeePair"), feeGetter: "feePpm()" });
    const own = await run(pool);
    const shares = own.swaps.fee.map((fee, i) => {
      const price = own.series.priceE8[own.swaps.block[i]!]! / 1e8;
      return fee / (own.swaps.side[i] === "sell" ? (Number(own.swaps.amountIn[i]) / 1e18) * price : Number(own.swaps.amountIn[i]) / 1e6);
    });
    expect(Math.min(...shares)).to.be.closeTo(0.0005, 2e-6);
    expect(Math.max(...shares)).to.be.within(0.001, 0.03);
    expect(own.senders.find(({ sender }) => sender === "arbitrageur")?.mined).to.be.above(0);
    expect(own.series.poolPrice.at(-1)! / (own.series.priceE8.at(-1)! / 1e8)).to.be.closeTo(1, 0.03);
    expect(own.identities.map(({ largestGap }) => largestGap).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it("arbitrageurs who ask for quotes at a fixed fee do what those do who know the model", async () => {
    const artifact = await hre.artifacts.readArtifact("FeePair");
    const asked = v2Pair({ name: "asked", artifact, args: ["token0", "token1", 3_000], feeGetter: "feePpm()" });
    const known = v2Pair({ name: "known", artifact, args: ["token0", "token1", 3_000], fee: 0.003 });
    const [byQuotes, byModel] = [await run(asked), await run(known)];
    expect(byQuotes.series.cumulativeArbitrageMarkout.at(-1)! / byModel.series.cumulativeArbitrageMarkout.at(-1)!).to.be.closeTo(1, 1e-3);
    expect(byQuotes.swaps.block.length).to.equal(byModel.swaps.block.length);
  });

  it("between tokens that keep a part of what is sent, everything is conserved and nobody's swap is a surprise", async () => {
    const pool = v2Pair({
      name: "taxed",
      artifact: await hre.artifacts.readArtifact("FeePair"),
      args: ["token0", "token1", 3_000],
      fee: 0.003,
      transferFee: 0.01,
    });
    const [own, untaxed] = [await run(pool), await run(await fork(0.003))];
    expect(own.swaps.block.length).to.be.above(10);
    const refused = ({ senders }: CrashResult): number => {
      const { mined, reverted } = senders.find(({ sender }) => sender === "trader")!;
      return reverted / mined;
    };
    expect(refused(own)).to.be.closeTo(refused(untaxed), 0.1);
    expect(own.identities.map(({ largestGap }) => largestGap).slice(1)).to.deep.equal([0, 0, 0]);
  });

  it("a pair that asks for its own quote is asked for it", async () => {
    const pool = v2Pair({
      name: "quoting",
      artifact: await hre.artifacts.readArtifact("QuotingPair"),
      quoteGetter: "getAmountOut(uint256,address)",
    });
    const own = await run(pool);
    expect(own.swaps.block.length).to.be.above(10);
    expect(own.pool.fees / own.pool.volume).to.be.closeTo(0.004, 1e-5);
  });

  describe("is refused, by name,", () => {
    const refusal = async (make: () => PoolBinding | Promise<PoolBinding>, set: Set = {}): Promise<InputError> => {
      try {
        await run(await make(), set);
      } catch (error) {
        if (error instanceof InputError) return error;
        throw error;
      }
      throw new Error("accepted");
    };
    const artifact = publishedArtifact("UniswapV2Pair");
    const without = (name: string): typeof artifact => ({
      ...artifact,
      abi: artifact.abi.filter((each) => (each as { name?: string }).name !== name),
    });

    it("without a function or an event that a pair has", async () => {
      expect((await refusal(() => v2Pair({ artifact: without("mint") }))).code).to.equal("POOL_ABI");
      expect((await refusal(() => v2Pair({ artifact: without("mint") }))).message).to.match(
        /^the pool own-pool is not shaped .* lacks mint\(address\)/,
      );
      expect((await refusal(() => v2Pair({ artifact: without("Sync") }))).message).to.include("the event Sync(uint112,uint112)");
      expect((await refusal(() => v2Pair({ artifact, feeGetter: "swapFee()" }))).message).to.include("swapFee()");
    });

    it("without code, with too few arguments, with two fees, with none that is a share, and with a name that is none", async () => {
      const fee = await hre.artifacts.readArtifact("FeePair");
      const codes = await Promise.all([
        refusal(() => v2Pair({ artifact: { ...artifact, bytecode: "0x" } })),
        refusal(() => v2Pair({ artifact: fee })),
        refusal(() => v2Pair({ artifact, fee: 0.003, feeGetter: "feePpm()" })),
        refusal(() => v2Pair({ artifact, fee: 3 })),
        refusal(() => v2Pair({ artifact, name: "../x" })),
      ]);
      expect(codes.map(({ code }) => code)).to.deep.equal(["POOL_CODE", "POOL_CONSTRUCTOR", "POOL_FEE", "POOL_FEE", "POOL_NAME"]);
    });

    it("at an address without code", async () => {
      const nowhere = `0x${"1".repeat(40)}`;
      const found = await refusal(() => ({ ...published, deploy: () => Promise.resolve(nowhere) }));
      expect([found.code, found.facts.value]).to.deep.equal(["POOL_NO_CODE", nowhere]);
    });

    it("between other tokens than the run's", async () => {
      const place = await fork(0.003);
      const found = await refusal(() => ({
        ...place,
        deploy: async (ground) => ground.make(await hre.artifacts.readArtifact("FeePair"), [ground.deployer, ground.base, 3_000], false),
      }));
      expect(found.code).to.equal("POOL_TOKENS");
    });

    it("when it reverts on everything, with its reason", async () => {
      const found = await refusal(async () => v2Pair({ name: "stubborn", artifact: await hre.artifacts.readArtifact("StubbornPair") }));
      expect(found.code).to.equal("POOL_REFUSES");
      expect(found.message).to.equal('the pool stubborn reverts on its first mint: not today; found "stubborn"');
    });

    it("when it takes more for a swap than its terms say", async () => {
      const found = await refusal(async () => v2Pair({ name: "dear", artifact: await hre.artifacts.readArtifact("QuotingPair") }));
      expect([found.code, found.facts.value]).to.deep.equal(["POOL_FEE", "a fee of 0.003"]);
      expect(found.message).to.include("refuses a swap at the price that its terms say: Pair_Product");
    });

    it("on the twin, with another fee than its own, and with participants who would need a model", async () => {
      const moving = v2Pair({ name: "moving", artifact: await hre.artifacts.readArtifact("VolatilityFeePair"), feeGetter: "feePpm()" });
      const onTwin = await runCrash({ scenario, engine: "twin", pool: published }).catch((error: unknown) => error);
      expect(onTwin).to.be.instanceOf(InputError).with.property("code", "POOL_NEEDS_CHAIN");
      expect((await refusal(() => published, { "pool.fee": 0.01 })).code).to.equal("POOL_FEE");
      expect((await refusal(() => moving, { "agents.sandwichers": 1 })).facts.value).to.equal("agents.sandwichers=1");
      expect((await refusal(() => moving, { "lending.borrowers": 3 })).code).to.equal("SETTING_NEEDS_MODEL");
      expect((await refusal(() => published, { "agents.crossPoolArbitrageurs": 1, "pool.sideShare": 1 })).code).to.equal(
        "SETTING_NEEDS_MODEL",
      );
    });
  });
});
