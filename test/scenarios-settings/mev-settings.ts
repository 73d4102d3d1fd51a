import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { findScenario, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { mevSettings, protectionOf, removalOf } from "../../src/scenarios/mev-settings.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";

const codeOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
  return "nothing was refused";
};

describe("scenarios: settings of a run about extraction", () => {
  for (const scenario of listScenarios())
    it(`${scenario.name} takes them`, () => {
      const { agents, lending, pool } = resolveSettings(scenario, mevSettings(scenario));
      expect([agents.sandwichers, agents.backRunners, agents.crossPoolArbitrageurs, agents.liquidators]).to.deep.equal([2, 2, 2, 2]);
      expect(lending.borrowers * pool.sideShare).to.be.above(0);
    });

  it("the auction is that of the scenario's era: by the price of gas before 2021, by bundles since", () => {
    expect(mevSettings(findScenario("black-thursday-2020"))["mempool.ordering"]).to.equal("priority-fee");
    expect(mevSettings(findScenario("may-19-2021"))["mempool.ordering"]).to.equal("bundle-auction");
    expect(mevSettings(findScenario("gbm"))["mempool.ordering"]).to.equal("bundle-auction");
  });

  it("everything that can be taken out gives settings that exist, and changes some", () => {
    const scenario = findScenario("black-thursday-2020");
    const whole = resolveSettings(scenario, mevSettings(scenario));
    for (const name of ["sandwich", "back-run", "cross-pool", "arbitrage", "competition", "liquidation", "congestion"])
      expect(resolveSettings(scenario, { ...mevSettings(scenario), ...removalOf(name) }), name).not.to.deep.equal(whole);
    expect(codeOf(() => removalOf("everything"))).to.equal("WITHOUT_UNKNOWN");
    expect(codeOf(() => removalOf("constructor"))).to.equal("WITHOUT_UNKNOWN");
  });

  it("traders hide, or accept less slippage; anything else is refused, and so is a tolerance that no trader can have", () => {
    const scenario = findScenario("black-thursday-2020");
    const agentsWith = (text: string) => resolveSettings(scenario, protectionOf(text)).agents;
    expect(agentsWith("private").privateShare).to.equal(1);
    expect(agentsWith("slippage=0.001").slippageTolerance).to.equal(0.001);
    for (const text of ["", "slippage", "slippage=", "public", "private=1"])
      expect(
        codeOf(() => protectionOf(text)),
        text,
      ).to.equal("PROTECT_UNKNOWN");
    expect(codeOf(() => agentsWith("slippage=2"))).to.equal("SETTING_OUT_OF_RANGE");
    expect(codeOf(() => agentsWith("slippage=much"))).to.equal("SETTING_INVALID");
  });

  it("a position that the market would liquidate at once is refused", () => {
    const scenario = findScenario("black-thursday-2020");
    const resolve = (set: Readonly<Record<string, number>>) => () => resolveSettings(scenario, { "lending.borrowers": 2, ...set });
    expect(codeOf(resolve({ "lending.riskiest": 1.5 }))).to.equal("SETTING_OUT_OF_RANGE");
    expect(codeOf(resolve({ "lending.riskiest": 2, "lending.safest": 1.9 }))).to.equal("SETTING_OUT_OF_RANGE");
    expect(codeOf(resolve({ "lending.riskiest": 1.51, "lending.borrowers": 0, "lending.liquidationRatio": 9 }))).to.equal(
      "nothing was refused",
    );
  });
});
