import { expect } from "chai";
import type { HardhatUserConfig } from "hardhat/types/config";
import type { HardhatUserConfigValidationError } from "hardhat/types/hooks";
import { describe, it } from "mocha";
import type { CrashUserConfig } from "../../src/index.ts";
import { DEFAULT_PAIR } from "../../src/compare.ts";
import { COMPARE_DEFAULTS } from "../../src/plugin/compare-arguments.ts";
import configHooks from "../../src/plugin/config-hooks.ts";
import { DEFAULT_SCENARIO } from "../../src/scenarios/find-scenario.ts";
import { COINBASE } from "../../src/venues/chain/layout.ts";
import { CRASH_NETWORK } from "../../src/venues/chain/network.ts";
import { projectWith } from "./project-with.ts";

/** What the plugin says of a section, as an untyped configuration may have it. */
async function faultsIn(crash: unknown): Promise<readonly HardhatUserConfigValidationError[]> {
  const { validateUserConfig } = await configHooks();
  return (await validateUserConfig?.({ crash } as HardhatUserConfig)) ?? [];
}

/** How Hardhat names the place, and what stands behind it. */
const shown = (faults: readonly HardhatUserConfigValidationError[]): readonly string[] =>
  faults.map(({ path, message }) => `${path.join(".")}: ${message}`);

const keys = "scenario, seed, engine, out, set, pools, pool";
const wrong: readonly (readonly [section: unknown, fault: string])[] = [
  ["calm-day", 'crash: Expected an object, received "calm-day"'],
  [null, "crash: Expected an object, received null"],
  [[], "crash: Expected an object, received []"],
  [{ sede: 1 }, `crash.sede: There is no such key; did you mean seed? Expected ${keys}`],
  [{ seed: "1" }, 'crash.seed: Expected a whole number from 0 to 9007199254740991, received "1"'],
  [{ seed: -1 }, "crash.seed: Expected a whole number from 0 to 9007199254740991, received -1"],
  [{ seed: 1.5 }, "crash.seed: Expected a whole number from 0 to 9007199254740991, received 1.5"],
  [{ seed: Number.MAX_SAFE_INTEGER + 1 }, "crash.seed: Expected a whole number from 0 to 9007199254740991, received 9007199254740992"],
  [{ seed: NaN }, "crash.seed: Expected a whole number from 0 to 9007199254740991, received NaN"],
  [{ seed: 1n }, "crash.seed: Expected a whole number from 0 to 9007199254740991, received 1n"],
  [{ engine: "kernel" }, 'crash.engine: Expected chain or twin, received "kernel"'],
  [{ out: "" }, 'crash.out: Expected a folder, received ""'],
  [{ out: " " }, 'crash.out: Expected a folder, received " "'],
  [{ scenario: 2020 }, "crash.scenario: Expected the name of a scenario, received 2020"],
  [
    { scenario: "black-thursday" },
    'crash.scenario: there is no scenario black-thursday; did you mean black-thursday-2020?; found "black-thursday"; allowed: black-thursday-2020, ',
  ],
  [{ scenario: "mev" }, "crash.scenario: mev is a subtask, not a scenario"],
  [{ set: "market.cost=0.002" }, 'crash.set: Expected an object with settings as its keys, received "market.cost=0.002"'],
  [{ set: [1] }, "crash.set: Expected an object with settings as its keys, received [ 1 ]"],
  [{ set: { "market.costs": 0.1 } }, "crash.set.market.costs: there is no setting market.costs; did you mean market.cost?"],
  [{ set: { cost: 0.1 } }, "crash.set.cost: there is no setting cost; did you mean market.cost?"],
  [{ set: { market: { cost: 0.1 } } }, "crash.set.market: Expected text, a number, true or false, received { cost: 0.1 }"],
  [{ set: { "process.dayz": 1 } }, "crash.set.process.dayz: there is no setting process.dayz; did you mean process.days?"],
  [{ set: { "market.cost": 1 } }, "crash.set.market.cost: Expected a number from 0 to 0.05, received 1"],
  [{ set: { "market.cost": "1" } }, 'crash.set.market.cost: Expected a number from 0 to 0.05, received "1"'],
  [{ set: { "market.cost": true } }, "crash.set.market.cost: Expected a number from 0 to 0.05, received true"],
  [{ set: { "run.blocks": 0 } }, "crash.set.run.blocks: Expected a whole number from 1 to 1000000, received 0"],
  [{ pools: ["Pool"] }, "crash.pools: Expected an object with names of pools as its keys, received [ 'Pool' ]"],
  [{ pools: { Mine: "./mine.ts" } }, "crash.pools.Mine: Expected a name of small letters, digits and hyphens"],
  [{ pools: { "uniswap-v2": "./mine.ts" } }, "crash.pools.uniswap-v2: Expected another name than uniswap-v2"],
  [{ pools: { mine: "" } }, 'crash.pools.mine: Expected the path of a module, or an object with the key contract, received ""'],
  [{ pools: { mine: 7 } }, "crash.pools.mine: Expected the path of a module, or an object with the key contract, received 7"],
  [{ pools: { mine: {} } }, "crash.pools.mine.contract: Expected text that is not empty, received undefined"],
  [
    { pools: { mine: { contract: "Pool", fees: 0.003 } } },
    "crash.pools.mine.fees: There is no such key; did you mean fee? Expected contract, fee, feeGetter, quoteGetter, feeWhole, transferFee, args",
  ],
  [{ pools: { mine: { contract: "Pool", fee: 1 } } }, "crash.pools.mine.fee: Expected a number from 0 to less than 1, received 1"],
  [{ pools: { mine: { contract: "Pool", feeWhole: 0 } } }, "crash.pools.mine.feeWhole: Expected a whole number above 0, received 0"],
  [{ pools: { mine: { contract: "Pool", args: "none" } } }, 'crash.pools.mine.args: Expected a list, received "none"'],
  [{ pool: "mine" }, 'crash.pool: Expected uniswap-v2, received "mine"'],
  [{ pools: { mine: "./mine.ts" }, pool: "yours" }, 'crash.pool: Expected uniswap-v2 or mine, received "yours"'],
  [{ pool: 3 }, "crash.pool: Expected the name of a pool, received 3"],
];

describe("a section crash that is wrong gets one message", () => {
  for (const [section, fault] of wrong)
    it(fault.slice(0, 100), async () => {
      const faults = shown(await faultsIn(section));
      expect(faults).to.have.length(1);
      expect(faults[0]?.slice(0, fault.length)).to.equal(fault);
    });

  it("for each fault", async () => {
    const section = {
      sede: 1,
      saed: 2,
      engine: "anvil",
      scenario: "calm",
      set: { "market.cost": 1, "pool.fee": 2, "run.blocks": 5 },
      pools: { mine: { fee: 2, args: 3 }, "Not mine": "x" },
      pool: "theirs",
    };
    expect((await faultsIn(section)).map(({ path }) => path.join(".")).sort()).to.deep.equal(
      [
        "crash.sede",
        "crash.saed",
        "crash.engine",
        "crash.scenario",
        "crash.set.market.cost",
        "crash.set.pool.fee",
        "crash.pools.mine.contract",
        "crash.pools.mine.fee",
        "crash.pools.mine.args",
        "crash.pools.Not mine",
        "crash.pool",
      ].sort(),
    );
  });

  it("in Hardhat's own form, with no project made", async () => {
    const message = await projectWith({ seed: -1, engine: "anvil" as "twin" }).then(String, String);
    expect(message).to.match(/\t\* Config error in config\.crash\.seed: Expected a whole number from 0 to 9007199254740991, received -1\n/);
    expect(message).to.match(/\t\* Config error in config\.crash\.engine: Expected chain or twin, received "anvil"/);
  });
});

describe("a section crash that is right", () => {
  const right: readonly unknown[] = [
    undefined,
    {},
    { seed: 0, scenario: undefined, set: { "market.cost": undefined } },
    { seed: Number.MAX_SAFE_INTEGER, engine: "twin", out: "crashes", scenario: "merton" },
    { set: { "market.cost": "0.002", "run.blocks": 5, "hedger.policy": "band", "process.days": 0.5, "process.jumpsPerDay": 3 } },
    // What depends on the run, or on other settings, is told by the run.
    { set: { "hedger.policy": "at-the-close", "hedger.mover": "insurer", "pool.liquidity": "recorded", "hedger.impliedVolatility": 10 } },
    { pools: { mine: "./pools/mine.ts", "pool-2": { contract: "Pool", fee: 0.003, args: [1n, "0x"] } }, pool: "pool-2" },
    { pools: { mine: { contract: "Pool", feeGetter: "fee", feeWhole: 1_000_000, transferFee: 0.01 } }, pool: "uniswap-v2" },
  ];
  for (const [i, section] of right.entries())
    it(`is let through, number ${i + 1}`, async () => {
      expect(shown(await faultsIn(section))).to.deep.equal([]);
    });

  it("is completed by what is built in", async () => {
    const builtIn = { scenario: DEFAULT_SCENARIO, seed: 1, engine: undefined, out: "results", set: {}, pools: {}, pool: "uniswap-v2" };
    expect((await projectWith()).hre.config.crash).to.deep.equal(builtIn);
    expect((await projectWith({ out: "all/crashes//", seed: 7 })).hre.config.crash).to.deep.equal({
      ...builtIn,
      out: "all/crashes",
      seed: 7,
    });
    const pools = { mine: "./mine.ts" };
    const undefinedIn = { set: { "market.cost": undefined, "run.blocks": 5 }, pools: { mine: undefined } } as unknown as CrashUserConfig;
    expect((await projectWith(undefinedIn)).hre.config.crash).to.deep.equal({ ...builtIn, set: { "run.blocks": 5 } });
    const whole = { scenario: "calm-day", seed: 0, engine: "twin", out: "x", set: { "run.blocks": 5 }, pools, pool: "mine" } as const;
    expect((await projectWith(whole)).hre.config.crash).to.deep.equal(whole);
  });
});

describe("what is written out, so that not everything loads with it", () => {
  it("is what it is where it is derived", async () => {
    expect((await projectWith()).hre.config.networks[CRASH_NETWORK])
      .to.have.property("coinbase")
      .that.deep.equals(Buffer.from(COINBASE.slice(2), "hex"));
    expect(COMPARE_DEFAULTS.scenarios).to.deep.equal([...DEFAULT_PAIR]);
  });
});
