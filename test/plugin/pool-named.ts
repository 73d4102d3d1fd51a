import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import hre from "hardhat";
import { afterEach, beforeEach, describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import type { PoolUserConfig } from "../../src/plugin/config/pool-config.ts";
import { isContractName, poolNamed, type PoolOverrides } from "../../src/plugin/pool-named.ts";
import { poolPlace } from "../../src/plugin/pool-place.ts";
import type { PoolBinding } from "../../src/venues/chain/pool-binding.ts";
import { makeWorkplace, type Workplace } from "./workplace.ts";

type Pools = Readonly<Record<string, PoolUserConfig>>;

const binding = async (name: string, overrides: PoolOverrides = {}, pools: Pools = {}): Promise<PoolBinding> => {
  const config = { ...hre.config, crash: { ...hre.config.crash, pools } };
  return poolNamed({ artifacts: hre.artifacts, config }, name, overrides);
};

const refusal = async (name: string, overrides: PoolOverrides = {}, pools: Pools = {}): Promise<InputError> => {
  try {
    await binding(name, overrides, pools);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
};

describe("a pool by its name", () => {
  let place: Workplace;
  beforeEach(async () => {
    place = await makeWorkplace();
  });
  afterEach(() => place.remove());

  it("is the published pair, with the fee that is in its bytecode", async () => {
    const pool = await binding("uniswap-v2");
    expect([pool.name, pool.terms]).to.deep.equal(["uniswap-v2", { fee: 0.003 }]);
    expect((await binding("uniswap-v2", { fee: 0.003 })).name).to.equal("uniswap-v2");
    const found = await refusal("uniswap-v2", { fee: 0.01 });
    expect([found.code, found.message.includes("0.003")]).to.deep.equal(["POOL_FEE", true]);
  });

  it("is an address, whatever is there, for who can do with one", async () => {
    expect(await poolPlace(hre, "0xAbc")).to.deep.equal({ address: "0xAbc" });
    expect(await poolPlace(hre, "uniswap-v2")).to.include({ name: "uniswap-v2" });
    expect((await refusal("0xAbc")).message).to.match(/cannot be put on a fresh chain; .*`crash probe` takes an address$/);
  });

  it("is a contract of the project, by its bare or its full name, with the fee that is said beside it", async () => {
    expect((await binding("FreePair")).terms).to.deep.equal({ fee: 0.003 });
    expect((await binding("contracts/pairs/FreePair.sol:FreePair", { feeGetter: "feePpm()" })).terms).to.deep.equal({
      fee: null,
      feeGetter: "feePpm()",
    });
    expect((await binding("FreePair", { fee: 0.01 })).terms).to.deep.equal({ fee: 0.01 });
    expect((await refusal("FreePair", { feeGetter: "swapFee()" })).message).to.include("lacks swapFee()");
    expect((await refusal("FeePair")).code).to.equal("POOL_CONSTRUCTOR");
    expect((await refusal("FixedSupplyToken")).message).to.match(
      /^the pool FixedSupplyToken is not shaped like a Uniswap V2 pair: it lacks token0\(\)/,
    );
    expect((await refusal("ConstantProductPair")).code).to.equal("POOL_CODE");
  });

  it("is one that the configuration names, before any contract, with what it says of it unless more is said", async () => {
    const pools = {
      mine: { contract: "FreePair", feeGetter: "feePpm", feeWhole: 1_000_000 },
      FreePair: { contract: "FreePair", fee: 0.002 },
    };
    const mine = await binding("mine", {}, pools);
    expect([mine.name, mine.terms]).to.deep.equal(["mine", { fee: null, feeGetter: "feePpm()", whole: 1_000_000 }]);
    expect((await binding("FreePair", {}, pools)).terms).to.deep.equal({ fee: 0.002 });
    expect((await binding("FreePair", { fee: 0.004 }, pools)).terms).to.deep.equal({ fee: 0.004 });
    expect((await refusal("constructor", {}, pools)).code).to.equal("POOL_UNKNOWN");
    expect([
      isContractName({ config: { ...hre.config, crash: { ...hre.config.crash, pools } } }, "mine"),
      isContractName(hre, "uniswap-v2"),
    ]).to.deep.equal([true, false]);
  });

  it("is what a module exports by default: a binding, or what v2Pair takes", async () => {
    const pair = pathToFileURL(join(import.meta.dirname, "../../src/venues/chain/uniswap-v2-pair.ts")).href;
    const module = join(place.root, "mine.mts");
    await writeFile(
      module,
      `import { uniswapV2Pair } from ${JSON.stringify(pair)};\nexport default { ...uniswapV2Pair(), name: "from-a-module" };\n`,
    );
    expect((await binding(module)).name).to.equal("from-a-module");
    const options = join(place.root, "options.mjs");
    const { abi, bytecode } = await hre.artifacts.readArtifact("FreePair");
    await writeFile(options, `export default ${JSON.stringify({ name: "by-options", artifact: { abi, bytecode }, fee: 0.001 })};\n`);
    const pool = await binding(options);
    expect([pool.name, pool.terms]).to.deep.equal(["by-options", { fee: 0.001 }]);
    expect((await refusal(options, { fee: 0.002 })).code).to.equal("POOL_FEE");
  });

  it("is refused in a sentence where it is none", async () => {
    expect((await refusal("")).code).to.equal("POOL_UNKNOWN");
    const typed = await refusal("FreePear");
    expect(typed.message).to.match(/^there is no pool FreePear; did you mean FreePair\?; found "FreePear"; allowed: uniswap-v2, /);
    expect((await refusal("./nowhere/pool.ts")).code).to.equal("POOL_MODULE");
    const module = join(place.root, "none.mjs");
    await writeFile(module, "export const pool = 1;\n");
    const found = await refusal(module);
    expect([found.code, found.facts.value]).to.deep.equal(["POOL_MODULE", "none"]);
    const broken = join(place.root, "broken.mjs");
    await writeFile(broken, "throw new Error('broken');\n");
    expect((await refusal(broken)).message).to.include("cannot be loaded: broken");
  });
});
