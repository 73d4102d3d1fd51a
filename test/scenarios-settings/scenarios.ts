import { expect } from "chai";
import { describe, it } from "mocha";
import { InputError } from "../../src/core/errors.ts";
import { DEFAULT_SCENARIO, findScenario, listScenarios, RESERVED_NAMES } from "../../src/scenarios/find-scenario.ts";

function fault(name: string): InputError {
  try {
    findScenario(name);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("accepted");
}

describe("findScenario", () => {
  it("finds every scenario by its name", () => {
    expect(listScenarios().map(({ name }) => name)).to.deep.equal([
      "black-thursday-2020",
      "may-19-2021",
      "luna-2022",
      "luna-2022-luna",
      "celsius-2022",
      "ftx-2022",
      "usdc-depeg-2023",
      "yen-unwind-2024",
      "tariff-2025",
      "october-2025",
      "black-monday-1987",
      "lehman-2008",
      "flash-crash-2010",
      "volmageddon-2018",
      "covid-2020",
      "yen-unwind-2024-spx",
      "calm-day",
    ]);
    for (const { name } of listScenarios()) expect(findScenario(name).name).to.equal(name);
    expect(listScenarios()[0]?.name).to.equal(DEFAULT_SCENARIO);
  });

  it("names the nearest", () => {
    for (const [typed, near] of [
      ["black-thursday", "black-thursday-2020"],
      ["Black-Thursday-2021", "black-thursday-2020"],
      ["may-19", "may-19-2021"],
      ["calmday", "calm-day"],
      ["luna", "luna-2022"],
      ["yen", "yen-unwind-2024"],
      ["black-monday", "black-monday-1987"],
      ["oktober-2025", "october-2025"],
    ] as const) {
      const error = fault(typed);
      expect(error.code).to.equal("SCENARIO_UNKNOWN");
      expect(error.message).to.include(`did you mean ${near}?`);
    }
    expect(fault("constructor").code).to.equal("SCENARIO_UNKNOWN");
  });

  it("keeps the names of subtasks", () => {
    for (const name of RESERVED_NAMES) expect(fault(name).code).to.equal("SCENARIO_RESERVED");
    expect(fault("list").message).to.include("hardhat crash list");
    expect(fault("sweep").message).to.include("hardhat crash sweep");
    expect(fault("mev").message).to.include("hardhat crash mev");
    expect(fault("probe").message).to.include("hardhat crash probe");
  });
});

describe("scenarios", () => {
  for (const scenario of listScenarios()) {
    it(`${scenario.name} says what it is, and its market spans its window`, () => {
      for (const text of [scenario.title, scenario.what, scenario.source, scenario.resolution, scenario.era])
        expect(text.length).to.be.above(5);
      expect(scenario.calibration.length).to.be.above(0);
      expect(Number.isInteger(scenario.from) && Number.isInteger(scenario.to) && scenario.from < scenario.to).to.equal(true);
      if (scenario.market.kind === "bars") {
        const { bars, seconds } = scenario.market.series;
        expect(bars[0]?.time).to.equal(scenario.from);
        expect((bars.at(-1)?.time ?? NaN) + seconds).to.equal(scenario.to);
        expect(bars).to.have.length((scenario.to - scenario.from) / seconds);
        for (const bar of bars) {
          expect(bar.open).to.be.within(bar.low, bar.high);
          expect(bar.close).to.be.within(bar.low, bar.high);
        }
      }
    });

    it(`${scenario.name} has no bar left whose close is 3 % from the next open`, () => {
      if (scenario.market.kind !== "bars") return;
      const { bars } = scenario.market.series;
      bars.slice(1).forEach((bar, i) => expect(Math.abs(Math.log(bar.open / (bars[i]?.close ?? NaN)))).to.be.below(0.03));
    });
  }

  it("Black Thursday replaces the stale close of 10:40", () => {
    const scenario = findScenario("black-thursday-2020");
    if (scenario.market.kind !== "bars") throw new Error("no bars");
    const time = Date.UTC(2020, 2, 12, 10, 40) / 1000;
    const bar = scenario.market.series.bars.find((each) => each.time === time);
    expect(bar).to.deep.equal({ time, open: 152.62, high: 154.83, low: 124.05, close: 141.12 });
    expect(scenario.flaggedBars.map((each) => each.time)).to.deep.equal([time]);
    expect(scenario.thoughtExperiment).to.include("May 2020");
  });

  it("gas is that of the record at the middle of its 10 minutes", () => {
    const march = findScenario("black-thursday-2020").gas;
    expect(march?.at(Date.UTC(2020, 2, 12, 23, 45) / 1000)).to.deep.equal({ p30: 80, p60: 93, p90: 150 });
    const may = findScenario("may-19-2021").gas;
    expect(may?.at(Date.UTC(2021, 4, 19, 13, 15) / 1000)).to.deep.equal({ p30: 1724.415, p60: 1947.148, p90: 2230.155 });
    expect(findScenario("calm-day").gas?.at(0).p30).to.equal(20);
  });

  it("19 May starts from the real reserves of 07:00", () => {
    const { recordedPool, from, defaults } = findScenario("may-19-2021");
    expect(recordedPool?.times[0]).to.equal(from);
    expect(recordedPool?.base[0]).to.equal(23_221.34635);
    expect(recordedPool?.quote[0]).to.equal(67_923_883.66);
    expect(defaults.pool?.value).to.equal(2 * 67_923_883.66);
  });
});
