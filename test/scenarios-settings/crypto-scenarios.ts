import { expect } from "chai";
import { describe, it } from "mocha";
import type { Bar } from "../../src/market/bars.ts";
import { cryptoScenarios } from "../../src/scenarios/crypto-scenarios.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { recordedBars } from "../../src/scenarios/recorded-bars.ts";
import { recordedColumns } from "../../src/scenarios/recorded-columns.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { fall, figuresIn, written } from "./figures-in.ts";

const DAY = 86_400;
const at = (time: string): number => Date.parse(`${time}:00Z`) / 1000;

/** The largest fall from a high to a later low, the same bar's included. */
function worstFall(bars: readonly Bar[]): { high: Bar; low: Bar; share: number } {
  let worst = { high: bars[0]!, low: bars[0]!, share: 0 };
  bars.forEach((low, i) => {
    const high = bars.slice(0, i + 1).reduce((best, each) => (each.high > best.high ? each : best));
    const share = 1 - low.low / high.high;
    if (share > worst.share) worst = { high, low, share };
  });
  return worst;
}

/** The fall of a day from what a later buyer saw: opens count before a bar's own low, its high only after it. */
function drawdown(bars: readonly Bar[]): number {
  let [peak, worst] = [0, 0];
  for (const { open, high, low } of bars) {
    worst = Math.max(worst, 1 - low / Math.max(peak, open));
    peak = Math.max(peak, high);
  }
  return worst;
}

function barsOf({ market }: Scenario): readonly Bar[] {
  if (market.kind !== "bars") throw new Error("no bars");
  return market.series.bars;
}

/** Dollars traded in a record from one time to another. */
function dollars(file: string, from: number, to: number): number {
  const { time, open, close, volume } = recordedColumns(file, ["open", "close", "volume"]);
  return time.reduce(
    (sum, each, i) => (each >= from && each < to ? sum + ((volume[i] ?? NaN) * ((open[i] ?? NaN) + (close[i] ?? NaN))) / 2 : sum),
    0,
  );
}

/** What a scenario's sentences may say beyond the fall of its day: figures, computed here from the whole record. */
type Figures = (day: readonly Bar[], all: readonly Bar[]) => readonly string[];

const barAt = (bars: readonly Bar[], time: string): Bar => bars.find((bar) => bar.time === at(time))!;

const cases: Readonly<Record<string, { file: string; digits: number; era: string; figures: Figures }>> = {
  "luna-2022": { file: "luna-2022.csv", digits: 0, era: "eip-1559, poisson, 30", figures: () => ["20"] },
  "luna-2022-luna": {
    file: "luna-2022-luna-usdt.csv",
    digits: 2,
    era: "eip-1559, poisson, 30",
    figures: (day, all) => ["24", day.at(-1)!.low.toFixed(5), day.at(-1)!.close.toFixed(5), written(all[0]!.open, 2)],
  },
  "celsius-2022": { file: "celsius-2022.csv", digits: 0, era: "eip-1559, poisson, 30", figures: () => [] },
  "ftx-2022": { file: "ftx-2022.csv", digits: 0, era: "eip-1559, fixed, 30", figures: () => ["18"] },
  "usdc-depeg-2023": {
    file: "usdc-depeg-2023.csv",
    digits: 3,
    era: "eip-1559, fixed, 30",
    figures: (day) => [written(barAt(day, "2023-03-11T20:00").close, 3)],
  },
  "yen-unwind-2024": {
    file: "yen-unwind-2024.csv",
    digits: 0,
    era: "eip-1559, fixed, 30",
    figures: (day) => [fall(barAt(day, "2024-08-05T01:00").open, barAt(day, "2024-08-05T01:00").low)],
  },
  "tariff-2025": { file: "tariff-2025.csv", digits: 0, era: "eip-1559, fixed, 36", figures: () => [] },
  "october-2025": {
    file: "october-2025.csv",
    digits: 0,
    era: "eip-1559, fixed, 45",
    figures: (day) => [fall(barAt(day, "2025-10-10T20:50").open, worstFall(day).low.low), "25"],
  },
};

describe("recorded days of coins", () => {
  it("are all here", () => {
    expect([...cryptoScenarios.keys()]).to.deep.equal(Object.keys(cases));
    const starts = [...cryptoScenarios.values()].map((load) => load().from);
    expect(starts.slice(2)).to.deep.equal(starts.slice(2).sort((a, b) => a - b));
  });

  for (const [name, { file, digits, era, figures }] of Object.entries(cases)) {
    const scenario = findScenario(name);
    const day = barsOf(scenario);
    const all = recordedBars(file);
    const worst = worstFall(day);

    it(`${name} runs the 24 hours with the largest fall in its record, of several the last to begin`, () => {
      expect(scenario.to - scenario.from).to.equal(DAY);
      expect(day).to.deep.equal(all.bars.filter((bar) => bar.time >= scenario.from && bar.time < scenario.to));
      const hours = all.bars.filter((bar) => bar.time % 3_600 === 0 && bar.time + DAY <= (all.bars.at(-1)?.time ?? 0) + all.seconds);
      const falls = hours.map(({ time }) => drawdown(all.bars.filter((bar) => bar.time >= time && bar.time < time + DAY)));
      const most = Math.max(...falls);
      expect(hours[falls.lastIndexOf(most)]?.time).to.equal(scenario.from);
    });

    it(`${name} states no figure in its sentence that its record does not have`, () => {
      const known = [
        written(worst.high.high, digits),
        written(worst.low.low, digits),
        fall(worst.high.high, worst.low.low),
        ...figures(day, all.bars),
      ];
      expect(known).to.include.members(figuresIn(scenario.what));
      expect(figuresIn(scenario.what)).to.include(name === "usdc-depeg-2023" ? "0.882" : known[0]);
    });

    it(`${name} has the chain of its time: ${era}`, () => {
      const { mempool } = resolveSettings(scenario);
      expect(`${mempool.fees}, ${mempool.blockProcess}, ${mempool.gasLimit / 1e6}`).to.equal(era);
      expect(mempool.blockSeconds).to.equal(mempool.blockProcess === "fixed" ? 12 : 13.2);
      expect(mempool.gasPrices).to.equal("volatility");
      expect(scenario.era).to.include(`gas limit ${written(mempool.gasLimit, 0)}`);
      expect(scenario.gas).to.equal(null);
      expect(DAY / mempool.blockSeconds).to.be.at.most(8_000);
    });

    it(`${name} has a complete record without a close 3 % from the next open`, () => {
      all.bars.slice(1).forEach((bar, i) => {
        expect(bar.time - (all.bars[i]?.time ?? NaN)).to.equal(all.seconds);
        expect(Math.abs(Math.log(bar.open / (all.bars[i]?.close ?? NaN)))).to.be.below(0.03);
      });
    });
  }

  it("pools stand to what was traded as the real pool did to its own market, where that can be said", () => {
    const real = 2 * (findScenario("may-19-2021").recordedPool?.quote[0] ?? NaN);
    const may = dollars("may-19-2021-5m.csv", at("2021-05-19T00:00"), at("2021-05-20T00:00"));
    expect([written(real / 1e6, 0), written(may / 1e6, 0)]).to.deep.equal(["136", "11,654"]);
    for (const name of ["luna-2022", "luna-2022-luna", "celsius-2022", "ftx-2022", "usdc-depeg-2023", "yen-unwind-2024"]) {
      const { from, to, calibration } = findScenario(name);
      const traded = dollars(cases[name]!.file, from, to);
      const { pool } = resolveSettings(findScenario(name));
      expect(pool.value / 1e6, name).to.equal(Math.round((real * traded) / may / 1e6));
      expect(calibration[0]).to.include(`(${written(traded / 1e6, 0)} million)`);
      expect(calibration[0]).to.include(`size: ${pool.value / 1e6} million`);
    }
    const yen = resolveSettings(findScenario("yen-unwind-2024")).pool.value;
    for (const name of ["tariff-2025", "october-2025"]) {
      const { from, to, calibration } = findScenario(name);
      expect(resolveSettings(findScenario(name)).pool.value).to.equal(yen);
      expect(calibration[0]).to.include(`${written(dollars(cases[name]!.file, from, to) / 1e6, 0)} million dollars`);
    }
  });

  it("traders are those of 19 May 2021", () => {
    const may = resolveSettings(findScenario("may-19-2021")).agents;
    for (const name of Object.keys(cases)) {
      const { turnover, surge, usualVolatility } = resolveSettings(findScenario(name)).agents;
      expect({ turnover, surge, usualVolatility }).to.deep.equal({
        turnover: may.turnover,
        surge: may.surge,
        usualVolatility: may.usualVolatility,
      });
    }
  });

  it("each says what its gas was set to", () => {
    for (const name of Object.keys(cases)) {
      const { calibration } = findScenario(name);
      expect(calibration[2], name).to.match(/^Gas: not recorded/);
      expect(calibration[2]).to.include(
        `${written(resolveSettings(findScenario(name)).mempool.floorGwei, name === "october-2025" ? 1 : 0)} gwei`,
      );
    }
    expect((20 * 1_500) / resolveSettings(findScenario("usdc-depeg-2023")).mempool.floorGwei).to.equal(1);
  });

  it("USDC opens on the relisting's first trade, which is flagged", () => {
    const { flaggedBars, from } = findScenario("usdc-depeg-2023");
    const [first, ...rest] = recordedBars("usdc-depeg-2023.csv").bars;
    expect(flaggedBars.map(({ time }) => time)).to.deep.equal([from]);
    expect([first?.time, first?.open, first?.high]).to.deep.equal([from, 1, 1]);
    expect(Math.max(...rest.filter(({ time }) => time < from + 31 * 3_600).map(({ high }) => high))).to.be.below(0.979);
  });

  it("what is said of LUNA's last day is so", () => {
    const day = barsOf(findScenario("luna-2022-luna"));
    const times = day[0]!.open / day.at(-1)!.close;
    const said = findScenario("luna-2022-luna").calibration.join(" ");
    expect(said).to.include(`${written(times, 0)} times`);
    expect(said).to.include(`${written(Math.sqrt(times), 0)} times its LUNA`);
    expect(1e-8 / day.at(-1)!.close).to.be.closeTo(0.0002, 1e-12);
    expect(Math.max(...day.map(({ high, low }) => high / low))).to.be.closeTo(15, 0.01);
  });

  it("Gemini's closes lie up to 1.5 % from the next open", () => {
    const bars = barsOf(findScenario("october-2025"));
    const gaps = bars.slice(1).map((bar, i) => Math.abs(bar.open / bars[i]!.close - 1));
    expect(written(100 * Math.max(...gaps), 1)).to.equal("1.5");
  });
});
