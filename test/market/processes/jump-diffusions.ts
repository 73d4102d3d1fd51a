import { expect } from "chai";
import { describe, it } from "mocha";
import { pathStream } from "../../../src/core/path-stream.ts";
import { fillPrices } from "../../../src/market/processes/fill-prices.ts";
import { gbm } from "../../../src/market/processes/gbm.ts";
import { kou } from "../../../src/market/processes/kou.ts";
import { merton } from "../../../src/market/processes/merton.ts";
import { lossVersusRebalancing } from "../../../src/market/realised.ts";
import { moments } from "../../hedger/moments.ts";
import { fourierCall } from "./fourier-call.ts";
import { doubleExponentialJump, jumpDiffusionLogMoment, normalJump } from "./log-moments.ts";
import { callValue, DAYS_PER_YEAR, type Estimate, estimate, relativeEnds } from "./simulate.ts";

const perRootDay = (annual: number): number => annual / Math.sqrt(DAYS_PER_YEAR);
const within3 = ({ mean, standardError }: Estimate, expected: number): void => {
  expect(mean).to.be.closeTo(expected, 3 * standardError);
};

describe("gbm", () => {
  const process = gbm({ kind: "gbm", driftPerDay: 0.05 / DAYS_PER_YEAR, volatilityPerDay: perRootDay(0.2) });

  it("prices a call as Black and Scholes 1973 do: 10.450583572185565 (S = K = 100, r = 5 %, σ = 20 %, a year)", () => {
    within3(callValue(relativeEnds(process, 31, 200_000, 4, DAYS_PER_YEAR), 100, 0.05, 1), 10.450583572185565);
  });

  it("has normal log returns of the stated mean and deviation in steps of any length", () => {
    const next = process.begin(pathStream(32, 0));
    const scaled = Array.from({ length: 200_000 }, (_, i) => {
      const years = 1 / (1 + (i % 7));
      return (next(years * DAYS_PER_YEAR) - (0.05 - 0.02) * years) / (0.2 * Math.sqrt(years));
    });
    const { mean, deviation, skewness, excessKurtosis } = moments(scaled);
    const error = 3 / Math.sqrt(scaled.length);
    expect(Math.abs(mean)).to.be.below(error);
    expect(Math.abs(deviation - 1)).to.be.below(error / Math.sqrt(2));
    expect(Math.abs(skewness)).to.be.below(error * Math.sqrt(6));
    expect(Math.abs(excessKurtosis)).to.be.below(error * Math.sqrt(24));
  });
});

describe("merton", () => {
  const settings = {
    kind: "merton",
    driftPerDay: 0.05 / DAYS_PER_YEAR,
    volatilityPerDay: perRootDay(0.2),
    jumpsPerDay: 1 / DAYS_PER_YEAR,
    jumpMean: -0.1,
    jumpDeviation: 0.15,
  } as const;
  const ends = relativeEnds(merton(settings), 33, 200_000, 5, DAYS_PER_YEAR);
  for (const [strike, published] of [
    [90, 18.698316186828],
    [100, 12.761288593629],
    [110, 8.258348698947],
  ] as const) {
    it(`prices the call with strike ${strike} at Merton's ${published} within three standard errors`, () =>
      within3(callValue(ends, strike, 0.05, 1), published));
  }

  it("expects exp(drift)", () => within3(estimate(ends), Math.exp(0.05)));

  it("has the cumulants λ(m² + d²) + σ² and λ(m³ + 3md²) of the log return", () => {
    const logs = ends.map(Math.log);
    const { mean } = estimate(logs);
    within3(estimate(logs.map((x) => (x - mean) * (x - mean))), 0.04 + 0.01 + 0.0225);
    within3(estimate(logs.map((x) => (x - mean) * (x - mean) * (x - mean))), -0.001 - 3 * 0.1 * 0.0225);
  });

  describe("a pool's loss", () => {
    // Theory 2.2, with a year as unit: λ = 2, m = −0.2, d = 0.1.
    const law = { kind: "merton", driftPerDay: 0, jumpsPerDay: 2 / DAYS_PER_YEAR, jumpMean: -0.2, jumpDeviation: 0.1 } as const;
    const [half, whole] = [normalJump(-0.2, 0.1)([0.5, 0])[0], normalJump(-0.2, 0.1)([1, 0])[0]];
    const jumpTerm = (2 / 2) * (1 - 2 * half + whole);

    it("is 0.0108963 of its value a year from these jumps, by the closed form", () => expect(jumpTerm).to.be.closeTo(0.0108963, 5e-8));

    it("grows at σ²/8 plus the jump term, in monthly steps", () => {
      const process = merton({ ...law, volatilityPerDay: perRootDay(0.3) });
      const steps = 12;
      const times = Float64Array.from({ length: steps + 1 }, (_, i) => (i * DAYS_PER_YEAR * 86_400) / steps);
      const prices = new Float64Array(steps + 1);
      const pair = new Float64Array(2);
      const losses = Float64Array.from({ length: 60_000 }, (_, path) => {
        fillPrices(prices, process, 100, times, pathStream(34, path));
        let loss = 0;
        for (let i = 1; i <= steps; i += 1) {
          pair.set(prices.subarray(i - 1, i + 1));
          // Of the pool's value before the step, which is 2√S for a unit of liquidity.
          loss += lossVersusRebalancing(pair) / (2 * Math.sqrt(pair[0]!));
        }
        return loss;
      });
      const rate = 0.09 / 8 + jumpTerm;
      within3(estimate(losses), steps * -Math.expm1(-rate / steps));
    });

    it("is the jump term alone without volatility", () => {
      const ends = relativeEnds(merton({ ...law, volatilityPerDay: 0 }), 35, 200_000, 1, DAYS_PER_YEAR);
      within3(estimate(ends.map((end) => ((1 - Math.sqrt(end)) * (1 - Math.sqrt(end))) / 2)), -Math.expm1(-jumpTerm));
    });
  });
});

describe("kou", () => {
  const settings = {
    kind: "kou",
    driftPerDay: 0.05 / DAYS_PER_YEAR,
    volatilityPerDay: perRootDay(0.16),
    jumpsPerDay: 1 / DAYS_PER_YEAR,
    upProbability: 0.4,
    meanUp: 1 / 10,
    meanDown: 1 / 5,
  } as const;
  const days = DAYS_PER_YEAR / 2;
  const ends = relativeEnds(kou(settings), 36, 200_000, 3, days);
  const moment = jumpDiffusionLogMoment(0.16, 1, doubleExponentialJump(0.4, 1 / 10, 1 / 5), 0.5);

  it("prices the call of Kou 2002 at 9.14732 within three standard errors", () => within3(callValue(ends, 98, 0.05, 0.5), 9.14732));

  for (const strike of [60, 140]) {
    it(`prices the call with strike ${strike} as the Fourier integral does`, () =>
      within3(callValue(ends, strike, 0.05, 0.5), fourierCall(moment, { spot: 100, strike, rate: 0.05, dividend: 0, years: 0.5 })));
  }

  it("expects exp(drift), whatever the jumps", () => {
    within3(estimate(ends), Math.exp(0.025));
    for (const upProbability of [0, 1]) {
      within3(estimate(relativeEnds(kou({ ...settings, upProbability }), 37, 50_000, 1, days)), Math.exp(0.025));
    }
  });

  it("jumps as often, as far and in the directions stated", () => {
    const next = kou({ ...settings, volatilityPerDay: 0 }).begin(pathStream(38, 0));
    const step = DAYS_PER_YEAR / 1_000;
    const trend = next(0) + driftOf(settings) * step;
    const jumps = Array.from({ length: 2_000_000 }, () => next(step) - trend).filter((x) => Math.abs(x) > 1e-9);
    // A rate of 1 a year over 2,000 years; two jumps in one of the steps are one in 2,000.
    expect(jumps.length).to.be.closeTo(2_000, 3 * Math.sqrt(2_000));
    const ups = jumps.filter((x) => x > 0);
    const downs = jumps.filter((x) => x < 0);
    expect(ups.length / jumps.length).to.be.closeTo(0.4, 3 * Math.sqrt(0.24 / jumps.length));
    within3(estimate(ups), 0.1);
    within3(estimate(downs), -0.2);
  });

  it("has the characteristic function of its law", () => {
    for (const u of [1, 3, 8]) {
      const logs = ends.map((end) => Math.log(end) - 0.025);
      const [re, im] = moment([0, u]);
      within3(estimate(logs.map((x) => Math.cos(u * x))), Math.exp(re) * Math.cos(im));
      within3(estimate(logs.map((x) => Math.sin(u * x))), Math.exp(re) * Math.sin(im));
    }
  });
});

/** Drift of the log price between jumps. */
function driftOf(settings: { driftPerDay: number; jumpsPerDay: number }): number {
  return settings.driftPerDay - settings.jumpsPerDay * (doubleExponentialJump(0.4, 1 / 10, 1 / 5)([1, 0])[0] - 1);
}
