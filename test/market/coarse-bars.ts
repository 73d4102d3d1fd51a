import { expect } from "chai";
import { randomNormal } from "d3-random";
import { describe, it } from "mocha";
import { stream } from "../../src/core/random.ts";
import { aggregateBars } from "../../src/market/aggregate-bars.ts";
import type { Bar, BarSeries } from "../../src/market/bars.ts";
import { pricesFromBars } from "../../src/market/bridge.ts";
import { lossVersusRebalancing, realisedVariance } from "../../src/market/realised.ts";
import { recordedBars } from "../../src/scenarios/recorded-bars.ts";

/** Samples a path every 10 s, first at the start and then just before each full 10 s, so that each bar's last sample stands for its close. */
const STEP = 10;
const sampleTimes = (from: number, to: number): number[] => [
  from,
  ...Array.from({ length: (to - from) / STEP }, (_, i) => from + i * STEP + STEP - 1),
];
const every = (values: ArrayLike<number>, step: number): number[] =>
  Array.from({ length: Math.floor((values.length - 1) / step) + 1 }, (_, i) => values[i * step] ?? NaN);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Ratios, built over recorded, of realised variance and loss at the closes of the fine bars, for seeds 1 to 20. */
function ratios(coarse: BarSeries, fine: BarSeries): { variance: number[]; loss: number[] } {
  const from = coarse.bars[0]?.time ?? NaN;
  const to = from + coarse.bars.length * coarse.seconds;
  const within = fine.bars.filter((bar) => bar.time >= from && bar.time < to);
  const recorded = [within[0]?.open ?? NaN, ...within.map((bar) => bar.close)];
  const variance: number[] = [];
  const loss: number[] = [];
  for (let seed = 1; seed <= 20; seed += 1) {
    const path = pricesFromBars(coarse.bars, coarse.seconds, sampleTimes(from, to), 1, stream(seed, "path"));
    const built = every(path, fine.seconds / STEP);
    expect(built).to.have.length(recorded.length);
    variance.push(realisedVariance(built) / realisedVariance(recorded));
    loss.push(lossVersusRebalancing(built) / lossVersusRebalancing(recorded));
  }
  return { variance, loss };
}

describe("paths from 1-hour bars", () => {
  const march = recordedBars("black-thursday-2020.csv");
  const march12 = march.bars[0]?.time ?? NaN;
  const may = recordedBars("may-19-2021-5m.csv");
  const cases: readonly { name: string; coarse: BarSeries; fine: BarSeries }[] = [
    { name: "Black Thursday, 10-minute bars from hours of the same record", coarse: aggregateBars(march, 3_600), fine: march },
    {
      name: "Black Thursday, 10-minute bars from Binance's hours",
      coarse: recordedBars("black-thursday-2020-1h.csv", march12, march12 + 86_400),
      fine: march,
    },
    { name: "19 May, 5-minute bars from hours", coarse: aggregateBars(may, 3_600), fine: may },
    { name: "19 May, 10-minute bars from hours", coarse: aggregateBars(may, 3_600), fine: aggregateBars(may, 600) },
  ];
  // The factors that docs/calibration.md states.
  const MEDIAN = 1.65;
  const ANY_SEED = 2.25;
  for (const { name, coarse, fine } of cases)
    it(`reproduce variance and loss within a factor of ${MEDIAN}, any seed within ${ANY_SEED}: ${name}`, () => {
      const found = ratios(coarse, fine);
      for (const values of [found.variance, found.loss]) {
        expect(median(values)).to.be.within(1 / MEDIAN, MEDIAN);
        for (const value of values) expect(value).to.be.within(1 / ANY_SEED, ANY_SEED);
      }
    });

  it("meet the extremes in an order that the finer bars show as often as its odds say: 50 of 59 hours", () => {
    let [right, expected, hours] = [0, 0, 0];
    for (const series of [march, may])
      for (const hour of aggregateBars(series, 3_600).bars) {
        const within = series.bars.filter((bar) => bar.time >= hour.time && bar.time < hour.time + 3_600);
        const low = within.findIndex((bar) => bar.low === hour.low);
        const high = within.findIndex((bar) => bar.high === hour.high);
        if (low === high) continue;
        const lowFirst = Math.log(hour.high / hour.open) * Math.log(hour.close / hour.low);
        const highFirst = Math.log(hour.open / hour.low) * Math.log(hour.high / hour.close);
        const odds = lowFirst / (lowFirst + highFirst);
        hours += 1;
        expected += Math.max(odds, 1 - odds);
        if (odds > 0.5 === low < high) right += 1;
      }
    expect({ hours, right }).to.deep.equal({ hours: 59, right: 50 });
    expect(expected).to.be.closeTo(50, 0.05);
  });

  it("reproduce the variance of Brownian motion at every spacing from 10 s to 10 minutes", () => {
    const normal = randomNormal.source(stream(3, "brownian"))();
    const hours = 400;
    const perHour = 3_600 / STEP;
    const path = new Float64Array(hours * perHour + 1).fill(100);
    for (let i = 1; i < path.length; i += 1) path[i] = (path[i - 1] ?? NaN) * Math.exp((0.01 / Math.sqrt(perHour)) * normal());
    const bars = Array.from({ length: hours }, (_, hour): Bar => {
      const within = path.slice(hour * perHour, (hour + 1) * perHour + 1);
      return {
        time: hour * 3_600,
        open: within[0] ?? NaN,
        high: Math.max(...within),
        low: Math.min(...within),
        close: within.at(-1) ?? NaN,
      };
    });
    const built = pricesFromBars(bars, 3_600, sampleTimes(0, hours * 3_600), 1, stream(1, "path"));
    for (const spacing of [10, 30, 60, 300, 600]) {
      const ratio = realisedVariance(every(built, spacing / STEP)) / realisedVariance(every(path, spacing / STEP));
      expect(ratio, `at ${spacing} s`).to.be.within(0.9, 1.2);
    }
  });
});
