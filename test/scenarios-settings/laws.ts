import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { findScenario, listLaws } from "../../src/scenarios/find-scenario.ts";
import { parseOverrides } from "../../src/scenarios/parse-overrides.ts";
import { describeSettings, flattenSettings, resolveSettings } from "../../src/scenarios/settings.ts";
import { runCrash } from "../../src/crash.ts";

function fault(scenario: string, set: string): InputError {
  try {
    resolveSettings(findScenario(scenario), parseOverrides(set));
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("laws of prices as scenarios", () => {
  it("are found by name, each with settings of its own", () => {
    for (const law of listLaws()) {
      expect(findScenario(law.name).name).to.equal(law.name);
      const own = describeSettings(law).filter(({ room }) => room === "process");
      expect(own.map(({ name }) => name)).to.include.members(["start", "days"]);
      expect(own.length, law.name).to.be.above(3);
      for (const { description, allowed } of own) expect(description !== "" && allowed !== "").to.equal(true);
      const flat = flattenSettings(resolveSettings(law));
      expect(Object.keys(flat)).to.deep.equal(describeSettings(law).map(({ key }) => key));
      expect(flattenSettings(resolveSettings(law, flat))).to.deep.equal(flat);
    }
  });

  it("start and end where their settings say, whatever the law", () => {
    for (const law of listLaws()) {
      const set = { "process.start": 50, "process.days": 0.01, "mempool.blockProcess": "fixed", "mempool.blockSeconds": 12 };
      const { times, prices } = drawPath(law, resolveSettings(law, set), 1);
      expect(times).to.have.length(1 + 864 / 12);
      expect(prices[0]).to.equal(5_000_000_000n);
    }
  });

  it("follow their settings: no volatility, no drift and no jumps leave the price where it is", () => {
    const still = { gbm: "", merton: ",process.jumpsPerDay=0", kou: ",process.jumpsPerDay=0", hawkes: ",process.backgroundPerDay=0" };
    for (const [name, more] of Object.entries(still)) {
      const settings = resolveSettings(findScenario(name), parseOverrides(`process.volatilityPerDay=0,run.blocks=20${more}`));
      expect(new Set(drawPath(findScenario(name), settings, 1).prices), name).to.deep.equal(new Set([20_000_000_000n]));
    }
  });

  it("bootstrap draws nothing but recorded returns", () => {
    const scenario = findScenario("bootstrap-black-thursday-2020");
    if (scenario.market.kind !== "process" || scenario.market.process.kind !== "block-bootstrap") throw new Error("no bootstrap");
    const { prices: recorded } = scenario.market.process;
    const known = recorded.slice(1).map((price, i) => Math.log(price / recorded[i]!));
    const set = { "mempool.blockProcess": "fixed", "mempool.blockSeconds": 600 };
    const { prices } = drawPath(scenario, resolveSettings(scenario, set), 3);
    const drawn = prices.slice(1).map((price, i) => Math.log(Number(price) / Number(prices[i])));
    for (const each of drawn) expect(Math.min(...known.map((log) => Math.abs(log - each)))).to.be.below(1e-7);
    expect(new Set(drawn.map((log) => log.toFixed(6))).size).to.be.above(20);
  });

  it("refuse a negative volatility, a correlation outside −1..1 and what another law has", () => {
    expect(fault("gbm", "process.volatilityPerDay=-0.05")).to.include({ code: "SETTING_OUT_OF_RANGE" });
    expect(fault("heston", "process.correlation=1.5").message).to.include("from -1 to 1");
    expect(fault("heston", "process.correlation=-1.01")).to.include({ code: "SETTING_OUT_OF_RANGE" });
    expect(fault("gbm", "process.correlation=0")).to.include({ code: "SETTING_UNKNOWN" });
    expect(fault("gbm", "process.kind=merton")).to.include({ code: "SETTING_UNKNOWN" });
    expect(fault("bootstrap-may-19-2021", "process.centred=maybe")).to.include({ code: "SETTING_INVALID" });
    expect(fault("bootstrap-may-19-2021", "process.prices=1")).to.include({ code: "SETTING_UNKNOWN" });
    expect(fault("black-thursday-2020", "process.volatilityPerDay=1").message).to.include("recorded, not drawn");
  });

  it("run in the engine like any scenario, and the result says which law it was", async () => {
    const result = await runCrash({
      scenario: "hawkes",
      engine: "twin",
      set: { "run.blocks": 30, "process.jumpMean": -0.1, process: { days: 0.1 } },
    });
    expect(result.settings["process.jumpMean"]).to.equal(-0.1);
    expect(result.settings["process.branching"]).to.equal(0.8);
    expect(result.scenario.to - result.scenario.from).to.equal(8_640);
  });
});
