import { expect } from "chai";
import { describe, it } from "mocha";
import { heston } from "../../../src/market/processes/heston.ts";
import { hestonStep } from "../../../src/market/processes/heston-step.ts";
import type { PriceProcess } from "../../../src/market/processes/price-process.ts";
import { fourierCall } from "./fourier-call.ts";
import { type HestonCase, hestonLogMoment } from "./log-moments.ts";
import { callValue, DAYS_PER_YEAR, estimate, relativeEnds } from "./simulate.ts";

/** A process from figures a year, as papers give them. */
function annual(model: HestonCase, rate: number): PriceProcess {
  return heston({
    kind: "heston",
    driftPerDay: rate / DAYS_PER_YEAR,
    startVolatilityPerDay: Math.sqrt(model.startVariance / DAYS_PER_YEAR),
    longVolatilityPerDay: Math.sqrt(model.longVariance / DAYS_PER_YEAR),
    reversionPerDay: model.reversion / DAYS_PER_YEAR,
    volatilityOfVariance: model.volatilityOfVariance / DAYS_PER_YEAR,
    correlation: model.correlation,
  });
}

function model(v0: number, theta: number, kappa: number, epsilon: number, rho: number): HestonCase {
  return { startVariance: v0, longVariance: theta, reversion: kappa, volatilityOfVariance: epsilon, correlation: rho };
}

interface Case {
  readonly name: string;
  readonly law: HestonCase;
  readonly years: number;
  readonly rate: number;
  readonly dividend?: number;
  readonly stepsAYear: number;
  readonly paths: number;
  /** Published call with strike 100; otherwise the Fourier integral's. */
  readonly published?: number;
}

const cases: readonly Case[] = [
  { name: "Andersen I", law: model(0.04, 0.04, 0.5, 1, -0.9), years: 10, rate: 0, stepsAYear: 8, paths: 80_000, published: 13.08467 },
  { name: "Andersen II", law: model(0.04, 0.04, 0.3, 0.9, -0.5), years: 15, rate: 0, stepsAYear: 8, paths: 40_000 },
  { name: "Andersen III", law: model(0.09, 0.09, 1, 1, -0.3), years: 5, rate: 0, stepsAYear: 8, paths: 80_000 },
  {
    name: "Broadie–Kaya, 1 year",
    law: model(0.010201, 0.019, 6.21, 0.61, -0.7),
    years: 1,
    rate: 0.0319,
    stepsAYear: 16,
    paths: 80_000,
    published: 6.8061,
  },
  {
    name: "Broadie–Kaya, 5 years",
    law: model(0.09, 0.09, 2, 1, -0.3),
    years: 5,
    rate: 0.05,
    stepsAYear: 8,
    paths: 40_000,
    published: 34.9998,
  },
  {
    name: "Alan Lewis",
    law: model(0.04, 0.25, 4, 1, -0.5),
    years: 1,
    rate: 0.01,
    dividend: 0.02,
    stepsAYear: 16,
    paths: 80_000,
    published: 16.070154917028834,
  },
  {
    name: "Fang–Oosterlee",
    law: model(0.0175, 0.0398, 1.5768, 0.5751, -0.5711),
    years: 1,
    rate: 0,
    stepsAYear: 16,
    paths: 80_000,
    published: 5.785155,
  },
];

describe("heston", () => {
  for (const { name, law, years, rate, dividend = 0, stepsAYear, paths, published } of cases) {
    describe(`${name}, ${stepsAYear} steps a year`, () => {
      const ends = relativeEnds(annual(law, rate - dividend), 41, paths, years * stepsAYear, years * DAYS_PER_YEAR);
      const moment = hestonLogMoment(law, years);

      for (const strike of [70, 100, 140]) {
        const integral = fourierCall(moment, { spot: 100, strike, rate, dividend, years });
        const expected = strike === 100 ? (published ?? integral) : integral;
        it(`prices the call with strike ${strike} at ${expected.toFixed(5)} within three standard errors and 0.05`, () => {
          const { mean, standardError } = callValue(ends, strike, rate, years);
          expect(mean).to.be.closeTo(expected, 3 * standardError + 0.05);
        });
      }

      it("expects exp(drift) within three standard errors", () => {
        const { mean, standardError } = estimate(ends);
        expect(mean).to.be.closeTo(Math.exp((rate - dividend) * years), 3 * standardError);
      });
    });
  }

  it("expects exp(drift) in one step of five years too: the correction is exact, not a limit", () => {
    const { mean, standardError } = estimate(
      relativeEnds(annual(model(0.04, 0.04, 0.5, 1, -0.9), 0.02), 42, 100_000, 1, 5 * DAYS_PER_YEAR),
    );
    expect(mean).to.be.closeTo(Math.exp(0.1), 3 * standardError);
  });

  it("divides a step whose correction does not exist with a positive correlation, and expects exp(drift) all the same", () => {
    const law = model(0.04, 0.04, 1, 0.8, 0.7);
    const daily = { reversion: 1 / 365, longVariance: 0.04 / 365, volatilityOfVariance: 0.8 / 365, correlation: 0.7 };
    expect(hestonStep(daily, 1).parts).to.equal(1);
    expect(hestonStep(daily, 3 * 365).parts).to.be.above(1);
    const { mean, standardError } = estimate(relativeEnds(annual(law, 0), 43, 100_000, 1, 3 * DAYS_PER_YEAR));
    expect(mean).to.be.closeTo(1, 3 * standardError);
  });

  it("has the characteristic function of Heston's law over a stormy day of 5-minute steps, within three standard errors", () => {
    const day = { startVariance: 0.0025, longVariance: 0.01, reversion: 3, volatilityOfVariance: 0.3, correlation: -0.7 };
    const process = heston({
      kind: "heston",
      driftPerDay: 0,
      startVolatilityPerDay: 0.05,
      longVolatilityPerDay: 0.1,
      reversionPerDay: day.reversion,
      volatilityOfVariance: day.volatilityOfVariance,
      correlation: day.correlation,
    });
    const logs = relativeEnds(process, 44, 20_000, 288, 1).map(Math.log);
    const moment = hestonLogMoment(day, 1);
    for (const u of [5, 15, 40]) {
      const [re, im] = moment([0, u]);
      for (const [part, expected] of [
        [logs.map((x) => Math.cos(u * x)), Math.exp(re) * Math.cos(im)],
        [logs.map((x) => Math.sin(u * x)), Math.exp(re) * Math.sin(im)],
      ] as const) {
        const { mean, standardError } = estimate(part);
        expect(mean, `u = ${u}`).to.be.closeTo(expected, 3 * standardError);
      }
    }
  });

  it("is Brownian motion when the variance hardly moves", () => {
    const logs = relativeEnds(annual(model(0.04, 0.04, 1, 1e-4, 0), 0), 45, 50_000, 2, DAYS_PER_YEAR).map(Math.log);
    const { mean, standardError } = estimate(logs);
    expect(mean).to.be.closeTo(-0.02, 3 * standardError);
    expect(standardError * Math.sqrt(logs.length)).to.be.closeTo(0.2, (3 * 0.2) / Math.sqrt(2 * logs.length));
  });

  it("does not move in no time", () => {
    const next = annual(model(0.04, 0.04, 1, 1, -0.5), 0.05).begin(() => 0.5);
    expect(next(0)).to.equal(0);
  });
});
