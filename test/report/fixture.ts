import { stream } from "../../src/core/random.ts";
import { lineSums } from "../../src/ledger/books/lines.ts";
import type { LineName } from "../../src/core/line-name.ts";
import type { BookName, BookStatement, CrashResult } from "../../src/core/result.ts";
import { fixturePath } from "./fixture-path.ts";
import { fixtureReports } from "./fixture-reports.ts";
import { chosenSeries, fixtureSeries, fixtureSwaps } from "./fixture-series.ts";

export interface FixtureOptions {
  /** Blocks after block 0; 300 when absent. */
  readonly blocks?: number;
  /** Stands in every place where text of unknown origin can. */
  readonly hostile?: string;
  /** With a recorded pool beside the model. */
  readonly recorded?: boolean;
  /** With a chosen desk and an insurer. */
  readonly chosen?: boolean;
}

const CAPITAL = 1_000_000;

/** A synthetic result with every field set, shaped like Black Thursday (195 to 110); the same for the same options. Economics are rough. */
export function makeResult(options: FixtureOptions = {}): CrashResult {
  const blocks = options.blocks ?? 300;
  const text = (fallback: string): string => options.hostile ?? fallback;
  const random = stream(1, "fixture");
  const path = fixturePath(blocks, random);
  const fixed = fixtureSeries(path, random);
  const series = options.chosen === true ? { ...fixed, ...chosenSeries(fixed) } : fixed;
  const swaps = fixtureSwaps(series, random);
  const last = blocks;
  const at = (column: readonly number[], index: number): number => column[index] ?? Number.NaN;
  const start = at(series.priceE8, 0) / 1e8;
  const end = at(series.priceE8, last) / 1e8;
  const prices = series.priceE8.map((price) => price / 1e8);
  const low = prices.reduce((best, price, index) => (price < at(prices, best) ? index : best), 0);
  const book = (
    name: BookName,
    title: string,
    values: readonly number[],
    lines: Partial<Record<LineName, number>>,
    margin: number,
  ): BookStatement => {
    const total = at(values, last) - CAPITAL;
    const all = { ...lineSums().read(), ...lines };
    const rest = Object.values(all).reduce((sum, value) => sum + value, 0);
    return {
      book: name,
      title: text(title),
      collateral: text(`${title}: half base, half quote at the start.`),
      startCapital: CAPITAL,
      lines: { ...all, exposure: all.exposure + total - rest },
      total,
      worst: Math.min(...values) - CAPITAL,
      peakMargin: margin,
      returnOnPeakCapital: total / (CAPITAL + margin),
      hedge: { trades: margin === 0 ? 0 : Math.ceil(blocks / 25), turnover: margin * 1.4, closedAt: null },
    };
  };
  const bleed = at(series.cumulativeBleed, last) * 0.04;
  const fees = at(series.cumulativeFees, last) * 0.04;
  const statement = [
    book("hold", "Hold", series.hold, {}, 0),
    book("lp", "Liquidity position", series.lp, { premium: fees, bleed, flow: -1_204.31, rounding: 2e-7 }, 0),
    book(
      "hedged-lp",
      "Hedged liquidity",
      series.hedgedLp,
      { premium: fees, bleed, flow: -1_204.31, execution: -1_312.4, rounding: 2e-7 },
      61_200,
    ),
    book(
      "option-twin",
      "Option twin",
      series.optionTwin,
      { premium: 2_310.4, bleed: bleed * 1.01, execution: -1_290.7, higherOrder: -312.45 },
      60_900,
    ),
    book(
      "short-straddle",
      "Short straddle",
      series.shortStraddle,
      { premium: 4_120.9, bleed: -38_400.2, execution: -5_200.1, higherOrder: 4_210 },
      148_000,
    ),
    ...(series.desk === undefined
      ? []
      : [book("desk", "Short iron condor", series.desk, { premium: 3_100.5, bleed: -21_040.7, execution: -2_010.3 }, 71_000)]),
    ...(series.insurer === undefined
      ? []
      : [book("insurer", "Insurer", series.insurer, { premium: -8_200.4, bleed: 41_300.6, replication: -29_400.1 }, 0)]),
  ];
  const variance = prices.slice(1).reduce((sum, price, i) => sum + Math.log(price / at(prices, i)) * Math.log(price / at(prices, i)), 0);
  const seconds = at(series.time, last) - at(series.time, 0);
  return {
    schemaVersion: 1,
    scenario: {
      name: "black-thursday",
      title: text("Black Thursday"),
      what: text("Ether loses 43 % in a day while gas prices rise twentyfold and auctions of collateral clear at nothing."),
      source: text("ETH/USD, aggregated spot, 10-minute bars"),
      resolution: text("10 minutes"),
      from: at(series.time, 0),
      to: at(series.time, last),
      era: text("Poisson blocks of 13.2 s, first-price fees"),
      thoughtExperiment: text("Uniswap V2 opened in May 2020; this crash is older than the pool that it drives."),
      flaggedBars: [
        {
          time: at(series.time, 0) + 38_400,
          what: text("closes at 154.83 and the next opens at 141.12"),
          treatment: text("walked as a gap"),
        },
      ],
      calibration: [text("Pool of 50 million, as DAI/WETH held a year later."), text("Turnover 0.3 a day on calm days.")],
    },
    seed: 1,
    settings: { "market.cost": 0.001, "agents.arbitrageurs": 2, "hedger.policy": text("interval"), "mempool.congestion": true },
    crash: {
      haltedBlocks: 0,
      startPrice: start,
      endPrice: end,
      highPrice: Math.max(...prices),
      lowPrice: at(prices, low),
      lowTime: at(series.time, low),
      return: end / start - 1,
      maxDrawdown: at(prices, low) / start - 1,
      realisedVariance: variance,
      volatilityPerDay: Math.sqrt((variance * 86_400) / seconds),
      blocks,
      seconds,
    },
    pool: {
      name: "uniswap-v2",
      startValue: 2 * at(series.reserveQuote, 0),
      endValue: at(series.reserveQuote, last) + at(series.reserveBase, last) * end,
      lpShare: 0.04,
      impermanentLoss: 2 * (Math.sqrt(end / start) / (1 + end / start)) - 1,
      lossVersusRebalancing: at(series.cumulativeBleed, last),
      fees: at(series.cumulativeFees, last),
      volume: at(series.cumulativeFees, last) / 0.003,
      turnoverPerDay: 1.34,
      gap: { median: 0.0019, p95: 0.0121, max: 0.0724 },
      arbitrageShare: 0.213,
      liquidityChange: -0.0121,
    },
    statement,
    ...fixtureReports(series, text, options.recorded ?? true, options.chosen ?? false),
    series,
    swaps,
    engine: {
      name: "chain",
      gas: [{ kind: "arbitrage", count: 320, scheduled: 108_000, measured: 107_412 }],
      gasDifference: "-123456789012345678",
      facts: { chainId: 31_337, pairHash: text("0x96e8") },
    },
  };
}
