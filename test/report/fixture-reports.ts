import type { CrashResult, FlowHorizon, Series } from "../../src/core/result.ts";

type Reports = Pick<
  CrashResult,
  "breakEven" | "findings" | "flow" | "markouts" | "senders" | "intrabar" | "recordedPool" | "loop" | "identities"
>;

/** The parts of the fixture that are tables. */
export function fixtureReports(series: Series, text: (fallback: string) => string, recorded: boolean, chosen: boolean): Reports {
  const every = Math.ceil(series.block.length / 90);
  const some = (column: readonly number[]): number[] => column.filter((_, index) => index % every === 0);
  const slopes = (sign: number) =>
    ([1, 50, 300, 1200] as const satisfies readonly FlowHorizon[]).map((horizon, index) =>
      horizon > series.block.length
        ? { horizon, slope: null, standardError: null }
        : { horizon, slope: sign * 4.1e6 * (1 + index), standardError: 2.2e5 * (index + 1) },
    );
  const flow = (participant: string, netBase: number, sign: number, benchmarkSlope: number | null) => ({
    participant,
    netBase,
    netQuote: netBase * 141.2,
    slopes: slopes(sign),
    benchmarkSlope,
    shareSoldInWorstTenth: sign > 0 ? 0.61 : null,
  });
  return {
    breakEven: { turnoverPerDay: 4.21, impliedVolatility: 3.98, soldVolatility: 0.9 },
    findings: [
      finding(
        "pool-buys-the-fall",
        text("The pool bought 38,100 of base as the price fell: it leans against the crash, where a hedger sells into it."),
        "flow.pool.netBase",
        38_100,
        [36_200, 40_100],
      ),
      finding(
        "fees-against-bleed",
        text("Fees paid for 38 % of the bleed; turnover would have had to be 4.2 a day to pay for all of it."),
        "breakEven.turnoverPerDay",
        4.21,
        [3.7, 4.9],
      ),
      finding(
        "twin-tracks-lp",
        text("The option twin lost within 2 % of what the liquidity position bled: the same gamma, another payer."),
        "statement.option-twin.lines.bleed",
        -10_903.2,
        [-12_040, -9_810],
      ),
      finding(
        "straddle-gamma-dies",
        text("The straddle lost most of its gamma once the price had left the strike."),
        "series.dollarGammaStraddle",
        0.071,
        null,
      ),
      finding(
        "gap",
        text("The pool was off by 1.2 % or more in one block of twenty while blocks were full."),
        "pool.gap.p95",
        0.0121,
        [0.0102, 0.0143],
      ),
    ],
    flow: [
      flow("pool", 38_100, -1, -1.25e7),
      flow("arbitrageurs", -31_000, 1, null),
      flow("traders", -7_100, 1, null),
      flow("hedged-lp", -1_410, 1, null),
      flow("option-twin", -1_395, 1, null),
      ...(chosen ? [flow("desk", -1_810, 1, null), flow("insurer", -2_405, 1, null)] : []),
    ],
    markouts: [
      { sender: "arbitrageur", effect: "toward-reference", swaps: 82, volume: 9.1e6, fees: 27_300, poolMarkout: -41_800 },
      { sender: "trader", effect: "toward-reference", swaps: 40, volume: 1.2e6, fees: 3_600, poolMarkout: 2_950 },
      { sender: "trader", effect: "away-from-reference", swaps: 61, volume: 2.4e6, fees: 7_200, poolMarkout: 8_410 },
    ],
    senders: [
      {
        sender: "arbitrageur",
        submitted: 120,
        mined: 82,
        reverted: 9,
        cancelled: 21,
        replaced: 33,
        unaffordable: 2,
        stillPending: 0,
        gasPaid: 812.3,
        meanWait: 1.8,
        longestWait: 41,
        profit: 13_690,
      },
      {
        sender: "trader",
        submitted: 109,
        mined: 101,
        reverted: 7,
        cancelled: 0,
        replaced: 0,
        unaffordable: 0,
        stillPending: 1,
        gasPaid: 402.9,
        meanWait: 3.1,
        longestWait: 77,
        profit: -12_010,
      },
    ],
    intrabar: [
      {
        level: "low",
        setting: 0,
        realisedVariance: 0.101,
        lossVersusRebalancing: -241_000,
        optionTwin: -9_200,
        shortStraddle: -21_000,
        breakEvenVolatility: 3.02,
      },
      {
        level: "default",
        setting: 1,
        realisedVariance: 0.189,
        lossVersusRebalancing: -458_000,
        optionTwin: -19_800,
        shortStraddle: -39_000,
        breakEvenVolatility: 3.98,
      },
      {
        level: "high",
        setting: 2,
        realisedVariance: 0.322,
        lossVersusRebalancing: -791_000,
        optionTwin: -36_100,
        shortStraddle: -70_100,
        breakEvenVolatility: 5.19,
      },
    ],
    loop: null,
    recordedPool: recorded
      ? {
          source: text("DAI/WETH, reserves as logged on chain"),
          time: some(series.time),
          recordedBase: some(series.reserveBase).map((value) => value * 1.01),
          recordedQuote: some(series.reserveQuote).map((value) => value * 0.99),
          modelBase: some(series.reserveBase),
          modelQuote: some(series.reserveQuote),
          recordedFlow: some(series.netBasePool).map((value, index) => value * (1 + 0.08 * Math.sin(index / 9))),
          modelFlow: some(series.netBasePool),
          flowCorrelation: 0.951,
          recordedGap: { median: 0.0037, p95: 0.045, max: 0.157 },
          modelGap: { median: 0.0031, p95: 0.0212, max: 0.0724 },
          bareBand: { flowCorrelation: 0.953, gap: { median: 0.0029, p95: 0.003, max: 0.003 } },
        }
      : null,
    identities: [
      {
        identity: 1,
        name: text("lines of each book sum to its total"),
        checks: 5,
        largestGap: 3.1e-13,
        tolerance: 1e-9,
        unit: "of start capital",
      },
      { identity: 2, name: text("pool, in integers"), checks: 300, largestGap: 0, tolerance: 0, unit: "1e-26 quote" },
      { identity: 3, name: text("balances of every account"), checks: 25_200, largestGap: 0, tolerance: 0, unit: "wei" },
      { identity: 4, name: text("sum over all accounts"), checks: 300, largestGap: 0, tolerance: 0, unit: "1e-26 quote" },
    ],
  };
}

function finding(id: string, sentence: string, field: string, value: number, interval: readonly [number, number] | null) {
  return { id, sentence, field, value, interval, basis: interval === null ? "exact" : "stationary bootstrap over blocks" };
}
