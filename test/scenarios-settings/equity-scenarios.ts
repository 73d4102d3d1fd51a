import { expect } from "chai";
import { describe, it } from "mocha";
import type { Session } from "../../src/market/session.ts";
import { drawPath } from "../../src/scenarios/draw-path.ts";
import { equityScenarios } from "../../src/scenarios/equity-scenarios.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { readData } from "../../src/scenarios/read-data.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { InputError } from "../../src/core/errors.ts";
import { fall, figuresIn, written } from "./figures-in.ts";

type Row = Readonly<Record<string, string>>;

/** The committed file, cell by cell, read here and not by the scenario. */
function rowsOf(file: string): readonly Row[] {
  const [header = "", ...lines] = readData(file)
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

function sessionsOf({ market }: Scenario): readonly Session[] {
  if (market.kind !== "sessions") throw new Error("no sessions");
  return market.sessions;
}

const on = (rows: readonly Row[], date: string, column: string): number => Number(rows.find((row) => row["date"] === date)?.[column]);
const before = (rows: readonly Row[], date: string, column: string): number =>
  Number(rows[rows.findIndex((row) => row["date"] === date) - 1]?.[column]);

const cases: Readonly<
  Record<string, { file: string; index: "VXO" | "VIX"; futures: number; figures: (rows: readonly Row[]) => readonly string[] }>
> = {
  "black-monday-1987": {
    file: "black-monday-1987.csv",
    index: "VXO",
    futures: 0,
    figures: (rows) => [
      written(before(rows, "1987-10-19", "close"), 2),
      written(on(rows, "1987-10-19", "close"), 2),
      fall(before(rows, "1987-10-19", "close"), on(rows, "1987-10-19", "close")),
      fall(before(rows, "1987-10-14", "close"), on(rows, "1987-10-16", "close")),
      written(on(rows, "1987-10-19", "vxo_close"), 2),
    ],
  },
  "lehman-2008": {
    file: "gfc-2008.csv",
    index: "VIX",
    futures: 0,
    figures: (rows) => [
      written(on(rows, "2008-09-12", "close"), 2),
      written(on(rows, "2009-03-09", "close"), 2),
      fall(on(rows, "2008-09-12", "close"), Math.min(...rows.map((row) => Number(row["close"])))),
      written(Math.max(...rows.map((row) => Number(row["vix_close"]))), 2),
    ],
  },
  "flash-crash-2010": {
    file: "flash-crash-2010.csv",
    index: "VIX",
    futures: 0,
    figures: (rows) => [
      written(on(rows, "2010-05-06", "low"), 2),
      fall(before(rows, "2010-05-06", "close"), on(rows, "2010-05-06", "low")),
      written(on(rows, "2010-05-06", "close"), 2),
      written(before(rows, "2010-05-06", "vix_close"), 2),
      written(on(rows, "2010-05-06", "vix_close"), 2),
    ],
  },
  "volmageddon-2018": {
    file: "volmageddon-2018.csv",
    index: "VIX",
    futures: 2,
    figures: (rows) => [
      fall(before(rows, "2018-02-05", "close"), on(rows, "2018-02-05", "close")),
      ...["vix_close", "vx1"].flatMap((column) => [
        written(before(rows, "2018-02-05", column), 2),
        written(on(rows, "2018-02-05", column), 2),
      ]),
    ],
  },
  "covid-2020": {
    file: "covid-2020.csv",
    index: "VIX",
    futures: 8,
    figures: (rows) => [
      written(Math.max(...rows.map((row) => Number(row["close"]))), 2),
      written(Math.min(...rows.map((row) => Number(row["close"]))), 2),
      fall(on(rows, "2020-02-19", "close"), on(rows, "2020-03-23", "close")),
      written(Math.max(...rows.map((row) => Number(row["vix_close"]))), 2),
      fall(before(rows, "2020-03-16", "close"), on(rows, "2020-03-16", "open")),
    ],
  },
  "yen-unwind-2024-spx": {
    file: "yen-unwind-2024-spx.csv",
    index: "VIX",
    futures: 0,
    figures: (rows) => [
      fall(before(rows, "2024-08-05", "close"), on(rows, "2024-08-05", "open")),
      written(on(rows, "2024-08-05", "close"), 2),
      fall(before(rows, "2024-08-05", "close"), on(rows, "2024-08-05", "close")),
      written(before(rows, "2024-08-05", "vix_close"), 2),
      written(on(rows, "2024-08-05", "vix_close"), 2),
      written(on(rows, "2024-08-05", "vix_high"), 2),
    ],
  },
};

describe("recorded crashes of the S&P 500", () => {
  it("are all here, in order of time", () => {
    expect([...equityScenarios.keys()]).to.deep.equal(Object.keys(cases));
    const starts = [...equityScenarios.values()].map((load) => load().from);
    expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
  });

  for (const [name, { file, index, futures, figures }] of Object.entries(cases)) {
    const scenario = findScenario(name);
    const sessions = sessionsOf(scenario);
    const rows = rowsOf(file);

    it(`${name} has every bar, every close of the ${index} and every future of its file, to the cent`, () => {
      expect(sessions.map(({ time }) => new Date(time * 1000).toISOString().slice(0, 10))).to.deep.equal(rows.map((row) => row["date"]));
      for (const column of ["open", "high", "low", "close"] as const)
        expect(sessions.map((session) => session[column])).to.deep.equal(rows.map((row) => Number(row[column])));
      expect(scenario.volatility?.index).to.equal(index);
      expect(scenario.volatility?.times).to.deep.equal(sessions.map(({ closesAt }) => closesAt));
      expect(scenario.volatility?.closes).to.deep.equal(rows.map((row) => Number(row[`${index.toLowerCase()}_close`])));
      expect(scenario.volatility?.futures.map((future) => future.name)).to.deep.equal(
        Array.from({ length: futures }, (_, i) => `vx${i + 1}`),
      );
      for (const future of scenario.volatility?.futures ?? [])
        expect(future.closes).to.deep.equal(rows.map((row) => (row[future.name] === "" ? null : Number(row[future.name]))));
      const threeMonths = rows[0]?.["vix3m"] === undefined ? null : rows.map((row) => Number(row["vix3m"]));
      expect(scenario.volatility?.vix3m).to.deep.equal(threeMonths);
    });

    it(`${name} states no figure in its sentence that its record does not have`, () => {
      expect(figures(rows)).to.have.members(figuresIn(scenario.what));
    });

    it(`${name} walks from each recorded open over high and low to each recorded close, in blocks that come by day only`, () => {
      const { times, prices, sessions: marks } = drawPath(scenario, resolveSettings(scenario), 7);
      const cents = prices.map((price) => Number(price) / 1e8);
      const opens = marks?.isOpen.flatMap((mark, i) => (mark ? [i] : [])) ?? [];
      const closes = marks?.isClose.flatMap((mark, i) => (mark ? [i] : [])) ?? [];
      expect(opens.map((i) => times[i])).to.deep.equal(sessions.map(({ time }) => time));
      expect(closes.map((i) => times[i])).to.deep.equal(sessions.map(({ closesAt }) => closesAt));
      // The step from a close to the next open is one block.
      expect(opens.slice(1)).to.deep.equal(closes.slice(0, -1).map((i) => i + 1));
      sessions.forEach(({ time, closesAt, open, high, low, close }, i) => {
        const within = cents.slice(opens[i], (closes[i] ?? NaN) + 1);
        expect(within).to.have.length((closesAt - time) / 600 + 1);
        expect([within[0], within.at(-1), Math.max(...within), Math.min(...within)]).to.deep.equal([open, close, high, low]);
      });
    });

    it(`${name} lasts from the first bell to the last, and its options do not expire before`, () => {
      expect([scenario.from, scenario.to]).to.deep.equal([sessions[0]?.time, sessions.at(-1)?.closesAt]);
      const { hedger, mempool } = resolveSettings(scenario);
      expect(hedger.expiryDays * 86_400).to.be.at.least(scenario.to - scenario.from);
      expect(hedger.impliedVolatility * 100).to.be.closeTo(scenario.volatility?.closes[0] ?? NaN, 1e-9);
      expect(mempool.blockProcess).to.equal("sessions");
      expect(scenario.thoughtExperiment).to.be.a("string");
    });
  }

  it("has the numbers of October 1987 that everybody knows", () => {
    const sessions = sessionsOf(findScenario("black-monday-1987"));
    const first = sessions.findIndex(({ time }) => time >= Date.UTC(1987, 9, 13) / 1000);
    expect(sessions.slice(first, first + 6).map(({ close }) => close)).to.deep.equal([314.52, 305.23, 298.08, 282.7, 224.84, 236.83]);
    expect(findScenario("black-monday-1987").volatility?.closes[first + 4]).to.equal(150.19);
    expect(sessions[first + 4]?.closesAt).to.equal(Date.UTC(1987, 9, 19, 20) / 1000);
  });

  it("opens of 1987 are the closes before them, as is said: 33 of 105 to the cent, all but one within 0.1 %", () => {
    const { calibration, flaggedBars } = findScenario("black-monday-1987");
    const sessions = sessionsOf(findScenario("black-monday-1987"));
    const gaps = sessions.slice(1).map(({ open }, i) => Math.abs(open / sessions[i]!.close - 1));
    expect({
      all: gaps.length,
      none: gaps.filter((gap) => gap === 0).length,
      wide: gaps.filter((gap) => gap > 0.001).length,
    }).to.deep.equal({
      all: 105,
      none: 33,
      wide: 1,
    });
    expect(calibration.join(" ")).to.include("33 of 105 opens");
    const monday = sessions.find(({ time }) => time === flaggedBars[0]?.time);
    expect([monday?.open, monday?.high, monday?.close]).to.deep.equal([282.7, 282.7, 224.84]);
  });

  it("nights make next to nothing of the variance of the older records, and much of the newer ones, as is said", () => {
    const shares = Object.keys(cases).map((name) => {
      const sessions = sessionsOf(findScenario(name)).slice();
      const square = (from: number, to: number): number => Math.log(to / from) * Math.log(to / from);
      const nights = sessions.slice(1).reduce((sum, { open }, i) => sum + square(sessions[i]!.close, open), 0);
      const days = sessions.slice(1).reduce((sum, { open, close }) => sum + square(open, close), 0);
      return written((100 * nights) / (nights + days), 1);
    });
    expect(shares).to.deep.equal(["0.0", "1.4", "3.3", "14.2", "41.1", "51.5"]);
    expect(findScenario("lehman-2008").calibration.at(-1)).to.include("1.4 %");
    expect(findScenario("flash-crash-2010").calibration.at(-1)).to.include("3.3 %");
    const lehman = sessionsOf(findScenario("lehman-2008")).find(({ time }) => time > Date.UTC(2008, 8, 15) / 1000);
    expect([lehman?.open, fall(1_251.7, lehman?.open ?? NaN)]).to.deep.equal([1_250.92, "0.1"]);
  });

  it("pool, traders, gas and hedges are set as the sentences say", () => {
    for (const name of Object.keys(cases)) {
      const scenario = findScenario(name);
      const { pool, agents, mempool, hedger } = resolveSettings(scenario);
      const said = scenario.calibration.join(" ");
      expect(said).to.include(`${pool.value / 1e6} million dollars`);
      expect(said).to.include(`${agents.turnover} of the pool's value a day`);
      expect(said).to.include(`median trade of ${written(agents.traderMedian, 0)} dollars`);
      expect(said).to.include(`block of the open, ${agents.traderAccounts} at most`);
      expect(said).to.include(`${mempool.floorGwei} to ${mempool.floorGwei + mempool.bidSpreadGwei} gwei`);
      expect(said).to.include(`every ${hedger.interval} blocks`);
      expect([agents.surge, hedger.interval * mempool.blockSeconds]).to.deep.equal([0, 3_600]);
    }
  });

  it("futures of 2020 beyond the second are there from 14 February to 9 April, and null before and after", () => {
    const { volatility } = findScenario("covid-2020");
    const [from, to] = [Date.UTC(2020, 1, 14) / 1000, Date.UTC(2020, 3, 10) / 1000];
    volatility?.futures.forEach(({ closes }, month) => {
      closes.forEach((close, i) => {
        const time = volatility.times[i] ?? NaN;
        expect(close !== null).to.equal(month < 2 || (time > from && time < to));
      });
    });
  });

  it("the VIX of three months is on record of 2018 and 2020, and stood below that of one month on their worst days", () => {
    const withIt = [...equityScenarios].filter(([, load]) => load().volatility?.vix3m !== null).map(([name]) => name);
    expect(withIt).to.deep.equal(["volmageddon-2018", "covid-2020"]);
    const { volatility } = findScenario("covid-2020");
    const worst = volatility?.closes.indexOf(82.69) ?? -1;
    expect(volatility?.vix3m?.[worst]).to.be.within(60, 82.69);
  });

  it("halts of the whole market are on record everywhere, and there were some in 2020 alone", () => {
    for (const [name, load] of equityScenarios) expect(load().halts?.length, name).to.equal(name === "covid-2020" ? 4 : 0);
  });

  it("sessions are refused where the market never closes", () => {
    expect(() => resolveSettings(findScenario("calm-day"), { "mempool.blockProcess": "sessions" }))
      .to.throw(InputError)
      .with.property("code", "SETTING_NEEDS_SESSIONS");
  });

  it("the night can be filled with blocks too, on which the close holds", () => {
    const scenario = findScenario("yen-unwind-2024-spx");
    const set = { "mempool.blockProcess": "fixed", "mempool.blockSeconds": 1_800, "run.blocks": 48 } as const;
    const { times, prices } = drawPath(scenario, resolveSettings(scenario, set), 1);
    const [first, second] = sessionsOf(scenario);
    times.forEach((time, i) => {
      if (time >= (first?.closesAt ?? NaN) && time < (second?.time ?? NaN)) expect(Number(prices[i]) / 1e8).to.equal(first?.close);
    });
    expect(Number(prices[48]) / 1e8).to.equal(second?.open);
  });
});
