import { expect } from "chai";
import { describe, it } from "mocha";
import { runCrash } from "../../src/crash.ts";
import { loopSystems, sharedSettings } from "../../src/scenarios/loop-systems.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { shockScenario } from "../../src/scenarios/shock-scenario.ts";

const SHOCK = { fall: 0.4, volatilityPerDay: 0.3, blocks: 2_000, blockSeconds: 12 };
const logsOf = (seed: number, shock = SHOCK): readonly number[] => {
  const { market } = shockScenario(shock, seed);
  return market.kind === "points" ? market.prices.map(Math.log) : [];
};

describe("a stated fall", () => {
  for (const seed of [1, 2, 3])
    it(`ends exactly so much lower, with the stated volatility around it (seed ${seed})`, () => {
      const logs = logsOf(seed);
      expect((logs[0] ?? NaN) - (logs.at(-1) ?? NaN)).to.be.closeTo(0.4, 1e-9);
      const noise = logs.slice(1).map((log, i) => log - (logs[i] ?? NaN) + 0.4 / 2_000);
      const variance = noise.reduce((sum, each) => sum + each * each, 0) * (86_400 / (2_000 * 12));
      // Four standard errors of a variance of 2,000 normal numbers.
      expect(variance / (0.3 * 0.3)).to.be.closeTo(1, 4 * Math.sqrt(2 / 2_000));
    });

  it("is the same for the same seed and another for another; without noise it is a line", () => {
    expect(logsOf(1)).to.deep.equal(logsOf(1));
    expect(logsOf(1)).not.to.deep.equal(logsOf(2));
    const line = logsOf(1, { ...SHOCK, volatilityPerDay: 0 });
    expect((line[0] ?? NaN) - (line[500] ?? NaN)).to.be.closeTo(0.1, 1e-9);
  });
});

describe("systems that fall", () => {
  const shock = { fall: 0.2, volatilityPerDay: 0.3, blocks: 60, blockSeconds: 12 };
  const run = { "mempool.blockSeconds": 12, "run.blocks": 60 };

  it("have different names, the pool first, and settings that exist", () => {
    const ids = loopSystems.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids[0]).to.equal("pool");
    for (const { settings } of loopSystems) resolveSettings(shockScenario(shock, 1), { ...sharedSettings, ...run, ...settings });
  });

  // Impact times the change of what they hold with the log price (theory 4.6): −V/4 of the pool, +V/4 of who hedges all of it.
  const reactions: Readonly<Record<string, number>> = {
    pool: -0.25,
    "pool-half-hedged": -0.125,
    "pool-hedged": 0,
    "pool-and-desk": 0,
    desk: 0.25,
  };
  for (const [id, reaction] of Object.entries(reactions))
    it(`${id}: its positions ask for a gain of ${reaction}, and the fall goes that way`, async () => {
      const settings = loopSystems.find((each) => each.id === id)?.settings ?? {};
      const set = { ...sharedSettings, ...run, ...settings };
      const { loop } = await runCrash({ scenario: shockScenario(shock, 1), seed: 1, engine: "twin", set });
      expect(loop?.reaction).to.be.closeTo(reaction, 1e-5);
      expect(Math.sign(Math.round(100 * ((loop?.amplification ?? NaN) - 1)))).to.equal(Math.sign(reaction));
    });
});
