import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { findScenario, listScenarios } from "../../src/scenarios/find-scenario.ts";
import { parseOverrides } from "../../src/scenarios/parse-overrides.ts";
import { describeSettings, flattenSettings, resolveSettings } from "../../src/scenarios/settings.ts";
import type { Overrides } from "../../src/scenarios/flat-overrides.ts";

const calm = findScenario("calm-day");

function fault(overrides: Overrides): InputError {
  try {
    resolveSettings(calm, overrides);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

/** Without the names of rooms. */
function unprefixed(set: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(set).map(([key, value]) => [key.slice(key.indexOf(".") + 1), value]));
}

describe("resolveSettings", () => {
  for (const scenario of listScenarios())
    it(`${scenario.name} resolves, and every default lies in its own range`, () => {
      const flat = flattenSettings(resolveSettings(scenario));
      expect(Object.keys(flat)).to.deep.equal(describeSettings(scenario).map(({ key }) => key));
      for (const { key, default: own } of describeSettings(scenario)) expect(flat[key], key).to.equal(own);
      expect(flattenSettings(resolveSettings(scenario, flat))).to.deep.equal(flat);
    });

  it("puts a scenario before a room's default, and the user before both", () => {
    const own = { name: "own", recordedPool: null, defaults: { market: { cost: 0.004 }, agents: { surge: 2 } } };
    const settings = resolveSettings(own, { "agents.surge": 3 });
    expect(settings.market.cost).to.equal(0.004);
    expect(settings.agents.surge).to.equal(3);
    expect(settings.market.intrabarVariance).to.equal(1);
  });

  it("reads the same from text, from typed values and from values by room", () => {
    const text = resolveSettings(calm, parseOverrides("market.cost=2e-3,run.blocks=500,hedger.policy=band"));
    expect(resolveSettings(calm, { "market.cost": 0.002, "run.blocks": 500, "hedger.policy": "band" })).to.deep.equal(text);
    expect(resolveSettings(calm, { market: { cost: 0.002 }, run: { blocks: 500 }, hedger: { policy: "band" } })).to.deep.equal(text);
    expect(text.run.blocks).to.equal(500);
  });

  it("takes undefined for not given", () => {
    const own = { name: "own", recordedPool: null, defaults: { market: { cost: 0.004 } } };
    expect(resolveSettings(own, { "market.cost": undefined }).market.cost).to.equal(0.004);
  });

  it("names the nearest setting", () => {
    for (const [key, near] of [
      ["market.cots", "market.cost"],
      ["cost", "market.cost"],
      ["pool.turnover", "agents.turnover"],
      ["hedger.intervall", "hedger.interval"],
    ] as const) {
      const error = fault({ [key]: 1 });
      expect(error.code).to.equal("SETTING_UNKNOWN");
      expect(error.message).to.include(`did you mean ${near}?`);
    }
    expect(fault({ constructor: 1 }).code).to.equal("SETTING_UNKNOWN");
    expect(fault({ "pool.__proto__": 1 }).code).to.equal("SETTING_UNKNOWN");
  });

  for (const [key, value, code, allowed] of [
    ["market.cost", "0.06", "SETTING_OUT_OF_RANGE", "a number from 0 to 0.05"],
    ["market.cost", "-1", "SETTING_OUT_OF_RANGE", "a number from 0 to 0.05"],
    ["run.blocks", "0", "SETTING_OUT_OF_RANGE", "a whole number from 1 to 1000000"],
    ["agents.arbitrageurStock", "0", "SETTING_OUT_OF_RANGE", "a number above 0, up to 100"],
    ["run.blocks", "1.5", "SETTING_INVALID", "a whole number from 1 to 1000000"],
    ["hedger.indexStaleness", "1", "SETTING_OUT_OF_RANGE", "a number from 0 to 0.99"],
    ["hedger.crowdShare", "1.1", "SETTING_OUT_OF_RANGE", "a number from 0 to 1"],
    ["market.futuresDiscount", "-0.1", "SETTING_OUT_OF_RANGE", "a number from 0 to 10"],
    ["market.discountHalfLife", "0", "SETTING_OUT_OF_RANGE", "a number above 0, up to 87600"],
    ["market.circuitBreakers", "then", "SETTING_INVALID", "off or on or recorded"],
    ["market.cost", "abc", "SETTING_INVALID", "a number from 0 to 0.05"],
    ["market.cost", "0x1", "SETTING_INVALID", "a number from 0 to 0.05"],
    ["market.cost", "NaN", "SETTING_INVALID", "a number from 0 to 0.05"],
    ["market.cost", "Infinity", "SETTING_INVALID", "a number from 0 to 0.05"],
    ["hedger.policy", "sometimes", "SETTING_INVALID", "interval or band or never or whalley-wilmott or leland or at-the-close"],
  ] as const)
    it(`refuses ${key}=${value}`, () => {
      const error = fault(new Map([[key, value]]));
      expect(error.code).to.equal(code);
      expect(error.facts).to.deep.equal({ value, allowed });
      expect(error.message).to.include(key);
    });

  it("refuses typed values of the wrong type", () => {
    for (const value of [true, null, {}, [1], NaN, Infinity]) expect(fault({ "market.cost": value }).code).to.equal("SETTING_INVALID");
  });

  it("marks at a recorded index only where there is one", () => {
    const monday = findScenario("black-monday-1987");
    expect(fault({ "hedger.volatilityMarks": "recorded" }).code).to.equal("SETTING_NEEDS_INDEX");
    expect(resolveSettings(monday).hedger.volatilityMarks).to.equal("recorded");
  });

  it("stops when the market did only where that is on record, and says where it is", () => {
    const error = fault({ "market.circuitBreakers": "recorded" });
    expect(error.code).to.equal("SETTING_NEEDS_HALTS");
    expect(error.facts.allowed).to.include("off or on").and.to.include("black-monday-1987").and.to.include("covid-2020");
    for (const name of ["black-thursday-2020", "gbm"])
      expect(() => resolveSettings(findScenario(name), { "market.circuitBreakers": "recorded" })).to.throw(InputError);
    for (const name of ["black-monday-1987", "covid-2020"])
      expect(resolveSettings(findScenario(name), { "market.circuitBreakers": "recorded" }).market.circuitBreakers).to.equal("recorded");
  });

  it("takes a crowd by number or by share, not both", () => {
    const error = fault({ "hedger.crowd": 2, "hedger.crowdShare": 0.1 });
    expect(error.code).to.equal("CROWD_TWICE");
    expect(error.message).to.include("hedger.crowd and hedger.crowdShare");
    expect(error.facts.value).to.equal("hedger.crowd=2, hedger.crowdShare=0.1");
    for (const one of [{ "hedger.crowd": 2 }, { "hedger.crowdShare": 0.1 }, { "hedger.crowd": 1, "hedger.crowdShare": 0.1 }])
      expect(resolveSettings(calm, one).hedger).to.include({ crowd: 1, crowdShare: 0, ...unprefixed(one) });
  });

  it("replays recorded liquidity only where there is a recorded pool", () => {
    expect(fault({ "pool.liquidity": "recorded" }).code).to.equal("SETTING_NEEDS_RECORDED_POOL");
    expect(resolveSettings(findScenario("may-19-2021")).pool.liquidity).to.equal("recorded");
  });
});

describe("describeSettings", () => {
  it("says of every setting what it is, its default and its range", () => {
    const fields = describeSettings();
    for (const { key, description, allowed } of fields) {
      expect(key).to.match(/^(pool|market|lending|mempool|agents|hedger|run)\.[a-z][a-zA-Z]*$/);
      expect(description.length, key).to.be.above(10);
      expect(allowed, key).to.not.equal("");
    }
    expect(fields.find(({ key }) => key === "market.cost")).to.include({ room: "market", name: "cost", type: "number", default: 0.001 });
    const gasLimit = describeSettings(findScenario("may-19-2021")).find(({ key }) => key === "mempool.gasLimit");
    expect(gasLimit?.default).to.equal(15_000_000);
  });

  it("refuses options so wide that rounding would outgrow identity 1", () => {
    const wide = { "hedger.impliedVolatility": 14, "hedger.expiryDays": 30 };
    expect(() => resolveSettings(findScenario("calm-day"), wide)).to.throw(InputError, "at most 4");
    expect(() => resolveSettings(findScenario("calm-day"), { ...wide, "hedger.impliedVolatility": 13.9 })).to.not.throw();
  });
});
