import { expect } from "chai";
import fc from "fast-check";
import { describe, it } from "mocha";
import { followingGas } from "../../src/market/following-gas.ts";
import { recentVolatility } from "../../src/market/recent-volatility.ts";
import { blackThursday2020 } from "../../src/scenarios/black-thursday-2020.ts";
import { may192021 } from "../../src/scenarios/may-19-2021.ts";
import type { Scenario } from "../../src/scenarios/scenario.ts";

const USUAL = { p30: 20, p60: 25, p90: 30 };
const DAY = 86_400;

/** A price that moves by the same share each minute, up and down in turn, so that its volatility a day is this. */
function zigzag(volatilityPerDay: number, minutes: number): { readonly times: readonly number[]; readonly prices: readonly bigint[] } {
  const step = volatilityPerDay / Math.sqrt(DAY / 60);
  const prices = Array.from({ length: minutes + 1 }, (_, i) => BigInt(Math.round(1e14 * Math.exp(i % 2 === 0 ? 0 : step))));
  return { times: prices.map((_, i) => 60 * i), prices };
}

/** Slope and correlation of log gas price over log volatility, at the ends of the recorded bars. */
function fitted({ market, gas }: Scenario): { readonly slope: number; readonly correlation: number } {
  if (market.kind !== "bars" || gas === null) throw new Error("nothing recorded");
  const { bars, seconds } = market.series;
  const volatility = recentVolatility(0.05);
  const [x, y]: [number[], number[]] = [[], []];
  bars.slice(1).forEach(({ time, close }, i) => {
    volatility.observe(bars[i]!.close, close, seconds);
    x.push(Math.log(volatility.ratio()));
    y.push(Math.log(gas.at(time + seconds).p60));
  });
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  const product = (a: readonly number[], b: readonly number[]): number => mean(a.map((each, i) => (each - mean(a)) * (b[i]! - mean(b))));
  return { slope: product(x, y) / product(x, x), correlation: product(x, y) / Math.sqrt(product(x, x) * product(y, y)) };
}

describe("gas prices that follow volatility", () => {
  it("cost what they usually do at the usual volatility, at every moment", () => {
    const path = zigzag(0.05, 600);
    const gas = followingGas(path, 0.05, USUAL);
    for (const time of [-1e9, 0, 1, 59, 60, 12_345, 36_000, 1e12]) expect(gas.at(time).p30).to.be.closeTo(20, 1e-6);
  });

  it("in the long run stand to that as volatility to the usual one; percentiles keep their distances", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 20, noNaN: true }), (times) => {
        const { p30, p60, p90 } = followingGas(zigzag(0.05 * times, 600), 0.05, USUAL).at(36_000);
        expect(p30 / 20).to.be.closeTo(times, 1e-3 * times);
        expect(p60 / p30).to.be.closeTo(1.25, 1e-12);
        expect(p90 / p30).to.be.closeTo(1.5, 1e-12);
      }),
    );
  });

  it("jump with a jump of the price, not before it, and lose half of the excess variance in half an hour", () => {
    const times = [0, 60, 120, 1_920];
    const gas = followingGas({ times, prices: [100n, 100n, 90n, 90n] }, 0.05, USUAL);
    const usual = (0.05 * 0.05) / DAY;
    const kept = (seconds: number): number => Math.exp((-Math.LN2 * seconds) / 1_800);
    const after = kept(60) * kept(60) * usual + ((1 - kept(60)) * Math.log(0.9) ** 2) / 60;
    expect(gas.at(119.9).p30).to.be.closeTo(20 * Math.sqrt(kept(60)), 1e-9);
    expect(gas.at(120).p30).to.be.closeTo(20 * Math.sqrt(after / usual), 1e-9);
    expect(gas.at(1_920).p30).to.be.closeTo(20 * Math.sqrt(after / 2 / usual), 1e-9);
  });

  it("are driven to 100,000 gwei at most, and stay where they are usually dearer", () => {
    const path = { times: [0, 60], prices: [100n, 1n] };
    expect(followingGas(path, 0.001, USUAL).at(60).p90).to.equal(100_000);
    expect(followingGas(path, 0.001, { p30: 1, p60: 2, p90: 200_000 }).at(60)).to.deep.equal({ p30: 1, p60: 2, p90: 200_000 });
    expect(followingGas(path, 0.001, { p30: 0, p60: 0, p90: 0 }).at(60)).to.deep.equal({ p30: 0, p60: 0, p90: 0 });
  });

  for (const [day, slope, correlation] of [
    [blackThursday2020, 1.12, 0.71],
    [may192021, 0.99, 0.94],
  ] as const) {
    it(`${day.name}: the recorded price of gas followed volatility with the power ${slope}, correlation ${correlation}`, () => {
      const found = fitted(day());
      expect(found.slope).to.be.closeTo(slope, 0.005);
      expect(found.correlation).to.be.closeTo(correlation, 0.005);
    });
  }
});
