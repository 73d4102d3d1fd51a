import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { pathScenario } from "../../src/scenarios/path-scenario.ts";
import { readData } from "../../src/scenarios/read-data.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";

const points = (...rows: readonly string[]): string => ["time,price", ...rows].join("\n");

describe("pathScenario", () => {
  it("follows a file of bars to the end of the last", () => {
    const scenario = pathScenario("black-thursday-2020-1h.csv", readData("black-thursday-2020-1h.csv"));
    expect(scenario.from).to.equal(Date.UTC(2020, 2, 11) / 1000);
    expect(scenario.to).to.equal(Date.UTC(2020, 2, 15) / 1000);
    expect(scenario.resolution).to.equal("1-hour bars");
    expect(scenario.thoughtExperiment).to.be.a("string");
    expect(scenario.gas).to.equal(null);
    expect(resolveSettings(scenario).pool.value).to.equal(resolveSettings(findScenario("black-thursday-2020")).pool.value);
  });

  for (const [day, blockProcess, blockSeconds, fees] of [
    ["2021-08-05T12:33:41Z", "poisson", 13.2, "first-price"],
    ["2021-08-05T12:33:42Z", "poisson", 13.2, "eip-1559"],
    ["2022-09-15T06:42:41Z", "poisson", 13.2, "eip-1559"],
    ["2022-09-15T06:42:42Z", "fixed", 12, "eip-1559"],
  ] as const)
    it(`knows the chain of ${day}`, () => {
      const { mempool } = resolveSettings(pathScenario("my.csv", points(`${day},1`, `${day.slice(0, 8)}28T00:00:00Z,2`)));
      expect(mempool).to.include({ blockProcess, blockSeconds, fees });
    });

  it("takes pool and traders from another scenario, but not its recorded pool", () => {
    const scenario = pathScenario("my.csv", points("0,1", "600,2"), findScenario("may-19-2021"));
    expect(scenario.recordedPool).to.equal(null);
    expect(resolveSettings(scenario)).to.deep.include({
      pool: { value: 2 * 67_923_883.66, lpShare: 0.1, fee: 0.003, sideShare: 0, liquidity: "fixed" },
    });
  });

  it("refuses a path shorter than a block or longer than a million", () => {
    for (const end of [5, 100_000_000])
      expect(() => pathScenario("my.csv", points("0,1", `${end},2`)))
        .to.throw(InputError)
        .with.property("code", "PATH_LENGTH");
  });

  it("passes on what is wrong with the file", () => {
    expect(() => pathScenario("my.csv", ""))
      .to.throw(InputError)
      .with.property("code", "PATH_EMPTY");
  });
});
