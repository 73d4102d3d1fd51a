import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "chai";
import hre from "hardhat";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { runProbe } from "../../src/index.ts";
import { parseFee, PROBE_DEFAULTS, type ProbeArguments } from "../../src/plugin/probe-arguments.ts";
import probe from "../../src/plugin/tasks/probe.ts";
import { encodeProbe } from "../../src/report/probe/encode-probe.ts";
import { uniswapV2Pair } from "../../src/venues/chain/uniswap-v2-pair.ts";
import { v2Pair } from "../../src/venues/chain/v2-pair.ts";
import { openOwnChain, POOLED } from "../venues/lab/own-chain.ts";
import { catchOutput } from "./catch-output.ts";
import type { TaskRun } from "./run-task.ts";
import { runHardhat } from "./spawn-hardhat.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

/** The project as the tests find it, compiled; several files of tests would compile it at the same time. */
const built = { ...hre, tasks: { getTask: () => ({ run: () => Promise.resolve() }) } } as unknown as typeof hre;

/** Calls the action of `crash probe` as Hardhat does, in this process and in a folder, and catches what it writes. */
async function runProbeTask(folder: string, args: Partial<ProbeArguments>, world = built): Promise<TaskRun> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    const { value, stdout, stderr } = await catchOutput(() => probe({ ...PROBE_DEFAULTS, json: false, quiet: false, ...args }, world));
    return { success: value.success, stdout, stderr };
  } finally {
    process.chdir(home);
  }
}

describe("the task crash probe", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());
  const read = (name: string): Promise<string> => readFile(join(place.root, name), "utf8");

  it("prints a contract beside the published pair, and leaves numbers, schema and page; the same again, and as the library does", async () => {
    const first = await runProbeTask(place.root, { pool: "UnlockedSharePair", out: "out" });
    expect({ success: first.success, stderr: first.stderr }).to.deep.equal({ success: true, stderr: "" });
    expect(first.stdout).to.match(/^UnlockedSharePair beside uniswap-v2\n/);
    expect(first.stdout).to.match(/\nfirst deposit +3\.8 +25\.0 % +9\d\.\d +0\.0\d+ %\n/);
    expect(first.stdout).to.match(/\n\nReport: out\/index\.html\n$/);
    expect(Object.keys(await place.tree())).to.deep.equal(["out", "out/index.html", "out/probe.json", "out/probe.schema.json"]);
    const text = await read("out/probe.json");
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await read("out/probe.schema.json")) as object);
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).to.equal(true);
    const tree = await place.tree();
    expect(await runProbeTask(place.root, { pool: "UnlockedSharePair", out: "out" })).to.deep.equal(first);
    expect(await place.tree()).to.deep.equal(tree);
    const artifact = await hre.artifacts.readArtifact("UnlockedSharePair");
    expect(encodeProbe(await runProbe({ pool: v2Pair({ name: "UnlockedSharePair", artifact }) }))).to.equal(text);
  });

  it("--json prints probe.json and nothing else, and writes nothing; value and price are those that were asked for", async () => {
    const { success, stdout, stderr } = await runProbeTask(place.root, { json: true, value: "20000", price: "0.5" });
    expect({ success, stderr }).to.deep.equal({ success: true, stderr: "" });
    const { pools } = JSON.parse(stdout) as { pools: { name: string; base: number; quote: number; value: number }[] };
    expect(pools).to.have.length(1);
    expect(pools[0]).to.include({ name: "uniswap-v2", base: 20_000, quote: 10_000, value: 20_000 });
    expect(await place.tree()).to.deep.equal({});
  });

  it("--quiet says nothing, and the folder is named after the pool and the seed", async () => {
    const run = await runProbeTask(place.root, { pool: "FreePair", fee: "feePpm()", against: "none", quiet: true, seed: "7" });
    expect(run).to.deep.equal({ success: true, stdout: "", stderr: "" });
    expect(Object.keys(await place.tree())).to.include("results/probe-FreePair-7/probe.json");
    const { pools } = JSON.parse(await read("results/probe-FreePair-7/probe.json")) as { pools: { terms: string; findings: string[] }[] };
    expect(pools.map(({ terms }) => terms)).to.deep.equal(["a fee that feePpm() says"]);
    expect(pools[0]?.findings.join(" ")).to.include("A sandwich around the smallest victim pays before gas.");
  });

  it("reports quotes that are not kept as a finding, with both numbers", async () => {
    const { success, stdout } = await runProbeTask(place.root, { pool: "QuotingPair", fee: "0.003", against: "none", json: true });
    expect(success).to.equal(true);
    const { pools } = JSON.parse(stdout) as {
      pools: { findings: string[]; scores: { id: string; score: number | null; why: string | null }[] }[];
    };
    expect(pools[0]?.findings.join(" ")).to.match(/said to leave 0\.3000 % in the pool, and the pair lets it go for 0\.4000 %/);
    expect(pools[0]?.findings.join(" ")).to.match(
      /10 of 10 quotes are not kept: a sale of [\d.]+ % of the reserve is quoted \d+ smallest units, and the swap is refused/,
    );
    const depth = pools[0]?.scores.find(({ id }) => id === "depth");
    expect(depth?.score).to.equal(null);
    expect(depth?.why).to.include("reverts");
  });

  it("probes a pair that stands on a network, and leaves that as it was", async () => {
    const chain = await openOwnChain();
    try {
      const before = await chain.standing();
      const network = {
        ...hre.network,
        create: (params?: unknown) =>
          params === undefined
            ? Promise.resolve({ provider: chain.provider, close: () => Promise.resolve() })
            : hre.network.create(params as string),
      };
      const { success, stdout, stderr } = await runProbeTask(place.root, { pool: chain.pair, against: "none", json: true }, {
        ...hre,
        network,
      } as unknown as typeof hre);
      expect({ success, stderr }).to.deep.equal({ success: true, stderr: "" });
      const { pools } = JSON.parse(stdout) as {
        pools: { kind: string; address: string; base: number; quote: number; scores: { id: string; score: number; why: string }[] }[];
      };
      expect(pools[0]).to.include({ kind: "standing", address: chain.pair });
      expect([pools[0]?.base, pools[0]?.quote].sort()).to.deep.equal([100, 200_000]);
      const scores = new Map(pools[0]?.scores.map((each) => [each.id, each]));
      expect(scores.get("depth")?.score).to.be.closeTo(50, 0.1);
      expect(scores.get("sandwich")?.score).to.be.closeTo(50.1, 0.5);
      for (const id of ["firstDeposit", "hostile"])
        expect(scores.get(id)).to.include({ score: null, why: "the pool stands already, and this begins with an empty one" });
      expect(await chain.standing()).to.deep.equal(before);
    } finally {
      await chain.close();
    }
  });

  const nowhere = `0x${"1".repeat(40)}`;
  const faults: readonly (readonly [args: Partial<ProbeArguments>, expected: string])[] = [
    [{ pool: "" }, "Error POOL_UNKNOWN: no pool is named"],
    [{ pool: "FreePear" }, "Error POOL_UNKNOWN: there is no pool FreePear; did you mean FreePair?"],
    [{ pool: "./mine.ts" }, "Error POOL_MODULE: ./mine.ts: the module of the pool cannot be loaded: "],
    [{ pool: "FixedSupplyToken" }, "Error POOL_ABI: the pool FixedSupplyToken is not shaped like a Uniswap V2 pair: it lacks token0()"],
    [{ pool: "StubbornPair" }, "Error POOL_REFUSES: StubbornPair: the pool reverts on its first deposit: not today"],
    [{ pool: nowhere }, "Error POOL_NO_CODE: there is no contract at the address of the pool"],
    [{ pool: "0x12" }, "Error POOL_ADDRESS: this is no address"],
    [{ against: "nobody" }, "Error POOL_UNKNOWN: there is no pool nobody"],
    [{ fee: "much" }, "Error POOL_FEE: --fee is neither a share nor a function"],
    [{ fee: "0.01" }, "Error POOL_FEE: the pool uniswap-v2 says its fee itself"],
    [{ value: "0" }, "Error PROBE_VALUE: a pool is probed with liquidity in it"],
    [{ value: "-1" }, "Error PROBE_VALUE: --value is no number"],
    [{ value: "1e12" }, "Error PROBE_VALUE: "],
    [{ price: "0" }, "Error PROBE_PRICE: there is no pool of that value at that price"],
    [{ price: "dear" }, "Error PROBE_PRICE: --price is no number"],
    [{ seed: "-1" }, "Error SEED_INVALID: "],
    [{ out: "" }, "Error ARGUMENT_EMPTY: "],
  ];
  for (const [args, expected] of faults)
    it(`${JSON.stringify(args)} is refused in a line, and nothing is written`, async () => {
      const { success, stdout, stderr } = await runProbeTask(place.root, args);
      expect({ success, stdout }).to.deep.equal({ success: false, stdout: "" });
      expect(stderr).to.match(/^[^\n]+\n$/);
      expect(stderr.slice(0, expected.length)).to.equal(expected);
      expect(await place.tree()).to.deep.equal({});
    });

  it("compiles the project first where a contract of it is named, and not for the published pair", async () => {
    const asked: string[] = [];
    const getTask = (name: string) => ({
      run: () => {
        asked.push(name);
        return Promise.resolve();
      },
    });
    const world = { ...hre, tasks: { getTask } } as unknown as typeof hre;
    await runProbeTask(place.root, { pool: "uniswap-v2", against: "FreePear" }, world);
    expect(asked).to.deep.equal(["build"]);
    await runProbeTask(place.root, { pool: "uniswap-v2", against: "none", value: "0" }, world);
    expect(asked).to.deep.equal(["build"]);
  });

  it("is there in the help, with its defaults", async () => {
    const { stdout } = await runHardhat(["crash", "probe", "--help"]);
    for (const text of ["--pool", "--against", "(default: uniswap-v2)", "(default: 1000000)", "(default: 2000)"])
      expect(stdout).to.include(text);
  });

  it("reads a fee as a share or as a function of the pool", () => {
    expect([parseFee("0.0025"), parseFee("feePpm()"), parseFee(PROBE_DEFAULTS.fee)]).to.deep.equal([
      { fee: 0.0025 },
      { feeGetter: "feePpm()" },
      {},
    ]);
    for (const text of ["0.5", "-0.1", "", "feePpm(uint256)", "NaN"]) expect(() => parseFee(text)).to.throw(InputError);
  });
});

describe("a probe", () => {
  const controllerAfter = (
    probes: number,
  ): { readonly seen: number[]; readonly reason: Error; readonly options: Parameters<typeof runProbe>[0] } => {
    const controller = new AbortController();
    const [seen, reason]: [number[], Error] = [[], new Error("enough")];
    const onProbe = (done: number): void => {
      seen.push(done);
      if (done === probes) controller.abort(reason);
    };
    return { seen, reason, options: { onProbe, signal: controller.signal, network: hre.network } };
  };

  it("counts its probes, and ends where it is told to", async () => {
    const { seen, reason, options } = controllerAfter(3);
    expect(await runProbe(options).catch((error: unknown) => error)).to.equal(reason);
    expect(seen).to.deep.equal([1, 2, 3]);
  });

  it("of two pools of one name tells them apart", async () => {
    const pool = uniswapV2Pair();
    const { pools } = await runProbe({ pool, against: pool, network: hre.network, value: 1_000 });
    expect(pools.map(({ name }) => name)).to.deep.equal(["uniswap-v2", "uniswap-v2-2"]);
    expect(pools[0]?.scores).to.deep.equal(pools[1]?.scores);
  });

  it("of a pool between tokens that keep a part of what is sent counts that part as a cost", async () => {
    const artifact = await hre.artifacts.readArtifact("FeePair");
    const pool = v2Pair({ name: "taxed", artifact, args: ["token0", "token1", 3_000], fee: 0.003, transferFee: 0.01 });
    const { pools } = await runProbe({ pool, against: null, network: hre.network });
    const cost = pools[0]?.readings.slippage.value?.find(({ side, share }) => side === "sell" && share === 0.001)?.cost ?? NaN;
    expect(cost).to.be.closeTo(1 - (0.99 * 0.997) / 1.000997, 1e-6);
    expect(pools[0]?.readings.fee.value?.broken).to.deep.equal([]);
    expect(pools[0]?.readings.fee.value?.gap).to.be.below(1e-6);
    expect(pools[0]?.terms).to.equal("a fee of 0.3 %; the quote token keeps 1 % of every transfer");
  });

  it("of an empty pair that stands is refused, and the chain is left as it was", async () => {
    const chain = await openOwnChain({ isEmpty: true });
    try {
      const before = await chain.standing();
      const found: unknown = await runProbe({ pool: { address: chain.pair, provider: chain.provider }, against: null }).catch(
        (error: unknown) => error,
      );
      expect(found).to.be.instanceOf(InputError).with.property("code", "POOL_EMPTY");
      expect(await chain.standing()).to.deep.equal(before);
    } finally {
      await chain.close();
    }
  });

  it("of a pair that stands is the same, whichever token is the base, but for the sides", async () => {
    const chain = await openOwnChain();
    try {
      const of = async (base: string) =>
        (await runProbe({ pool: { address: chain.pair, provider: chain.provider, base, name: "standing" }, against: null })).pools[0]!;
      const [one, other] = [await of(chain.base), await of(chain.quote)];
      expect([one.base, one.quote]).to.deep.equal([Number(POOLED.base) / 1e18, Number(POOLED.quote) / 1e6]);
      expect([other.base, other.quote]).to.deep.equal([one.quote, one.base]);
      expect(one.readings.largestTrade.value?.sell).to.be.closeTo(other.readings.largestTrade.value?.buy ?? NaN, 1e-6);
      for (const id of ["depth", "push", "sandwich", "oracle"] as const)
        expect(one.scores.find((each) => each.id === id)?.score, id).to.be.closeTo(
          other.scores.find((each) => each.id === id)?.score ?? NaN,
          0.1,
        );
    } finally {
      await chain.close();
    }
  });
});
