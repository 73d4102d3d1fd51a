import { expect } from "chai";
import { describe, it } from "mocha";
import { recordedBars } from "../../src/scenarios/recorded-bars.ts";
import { recordedColumns } from "../../src/scenarios/recorded-columns.ts";
import { findScenario } from "../../src/scenarios/find-scenario.ts";
import { splitGrowth } from "../../src/scenarios/split-growth.ts";
import { resolveSettings } from "../../src/scenarios/settings.ts";
import { feeBand, fitPower } from "./fee-band.ts";

const FEE = 0.003;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("splitGrowth", () => {
  it("takes steady growth for fees, jumps for mints and burns", () => {
    const logs = Array.from({ length: 41 }, (_, i) => 1e-5 * i + (i > 20 ? -0.03 : 0) + (i > 30 ? 0.002 : 0));
    const split = splitGrowth(
      logs.map((log) => 1_000 * Math.exp(log)),
      logs.map((log) => 5_000 * Math.exp(log)),
    );
    expect(split).to.have.length(40);
    split.forEach(({ fees, providers }, i) => {
      expect(fees).to.be.closeTo(1e-5, 1e-12);
      expect(providers).to.be.closeTo(i === 20 ? -0.03 : i === 30 ? 0.002 : 0, 1e-12);
    });
  });

  it("finds that √(xy) grows by fee × volume over value, to first order", () => {
    // A swap of 0.1 % of the quote reserve, against 0.3 % of half of it.
    const [base, quote, amount] = [1_000, 2_000_000, 2_000];
    const out = (0.997 * amount * base) / (quote + 0.997 * amount);
    const [growth] = splitGrowth([base, base - out], [quote, quote + amount]);
    expect(((growth?.fees ?? NaN) + (growth?.providers ?? NaN)) / ((FEE * amount) / (2 * quote))).to.be.closeTo(1, 1.5e-3);
  });

  it("adds up to the whole growth, but for fees it puts in place of a jump", () => {
    const { reserve_dai, reserve_weth } = recordedColumns("may-19-2021-dai-weth-reserves.csv", ["reserve_dai", "reserve_weth"]);
    const split = splitGrowth(reserve_weth, reserve_dai);
    const log = (i: number): number => Math.log((reserve_dai[i] ?? NaN) * (reserve_weth[i] ?? NaN)) / 2;
    const whole = log(reserve_dai.length - 1) - log(0);
    expect(sum(split.map(({ fees, providers }) => fees + providers))).to.be.closeTo(whole, 5e-4);
  });
});

describe("calibration", () => {
  const { recordedPool, from } = findScenario("may-19-2021");
  const split = splitGrowth(recordedPool?.base ?? [], recordedPool?.quote ?? []);
  const turnover = split.map(({ fees }) => fees / FEE);

  it("the real pool turned over 2.95 times in 24 hours, 0.61 times a day before the crash", () => {
    expect(sum(turnover)).to.be.closeTo(2.954, 0.001);
    expect((sum(turnover.slice(0, 21)) / 21) * 144).to.be.closeTo(0.608, 0.001);
  });

  it("its providers took out 3.8 % by midnight, 2.7 % of it between 13:10 and 13:20", () => {
    const changes = recordedPool?.liquidityChanges ?? [];
    const until = changes.filter(({ time }) => time < from + 17 * 3_600);
    expect(sum(until.map(({ logChange }) => logChange))).to.be.closeTo(-0.0379, 1e-4);
    const worst = until.find(({ time }) => time === Date.UTC(2021, 4, 19, 13, 15) / 1000);
    expect(worst?.logChange).to.be.closeTo(-0.0269, 1e-4);
    for (const { time, logChange } of changes) {
      expect(time).to.be.above(from);
      expect(Math.abs(logChange)).to.be.above(1e-4);
    }
  });

  it("traders' turnover and its surge are what arbitrage leaves of it", () => {
    const window = { ...findScenario("may-19-2021") };
    const day = recordedBars("may-19-2021-5m.csv", from, from + 86_400);
    const scenario = { ...window, market: { kind: "bars", series: day } as const };
    const runs = [1, 2, 3, 4, 5].map((seed) =>
      feeBand(scenario, { seed, variance: 1, cost: 0.001, gas: 130_000, seconds: 600, intervals: turnover.length, usualVolatility: 0.05 }),
    );
    const mean = (pick: (run: (typeof runs)[number]) => readonly number[]): number[] =>
      turnover.map((_, i) => sum(runs.map((run) => pick(run)[i] ?? NaN)) / runs.length);
    const arbitrage = mean((run) => run.turnover);
    const traders = turnover.map((value, i) => value - (arbitrage[i] ?? NaN));
    expect(sum(arbitrage)).to.be.within(1.9, 2.15);
    expect(sum(traders)).to.be.within(0.8, 1.05);
    const fit = fitPower(
      mean((run) => run.volatilityRatio),
      traders,
    );
    const { agents } = resolveSettings(scenario);
    expect(agents.usualVolatility).to.equal(0.05);
    expect(agents.turnover).to.be.closeTo(fit.a * 144, 0.03);
    expect(agents.surge).to.be.closeTo(fit.b, 0.12);
  });

  it("Black Thursday's pool stands to its market as the real pool did to its own", () => {
    const dollars = (name: string, day: string): number => {
      const { time, open, close, volume } = recordedColumns(name, ["open", "close", "volume"]);
      const start = Date.parse(`${day}T00:00:00Z`) / 1000;
      return sum(
        time.map((at, i) => (at >= start && at < start + 86_400 ? ((volume[i] ?? 0) * ((open[i] ?? 0) + (close[i] ?? 0))) / 2 : 0)),
      );
    };
    const march = dollars("black-thursday-2020-1h.csv", "2020-03-12");
    const may = dollars("may-19-2021-5m.csv", "2021-05-19");
    const real = 2 * (recordedPool?.quote[0] ?? NaN);
    const { pool } = resolveSettings(findScenario("black-thursday-2020"));
    expect(pool.value).to.be.closeTo((real * march) / may, 50_000);
    expect(resolveSettings(findScenario("calm-day")).pool.value).to.equal(pool.value);
  });
});
