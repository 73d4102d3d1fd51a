import { feeOf, feeShare } from "../amm/swap-fee.ts";
import { impermanentLoss } from "../amm/impermanent-loss.ts";
import { bookColumn } from "../core/book-column.ts";
import type { CrashResult, FlowReport, Series } from "../core/result.ts";
import { UNISWAP_V2 } from "../core/uniswap-v2-name.ts";
import type { PoolState } from "../core/words.ts";
import { implyVolatility } from "../hedger/imply-volatility.ts";
import { findingsOf } from "../ledger/findings/findings.ts";
import { bareBand } from "../ledger/measures/bare-band.ts";
import { flowReport } from "../ledger/measures/flow.ts";
import { gapStatistics } from "../ledger/measures/gap.ts";
import { meanFee } from "../ledger/measures/mean-fee.ts";
import { markoutReports } from "../ledger/measures/markouts.ts";
import { compareWithRecord, type PoolRecord } from "../ledger/measures/recorded-pool.ts";
import { maxDrawdown, realisedVariance, volatilityPerDay } from "../market/realised.ts";
import { type Loop, loopReportOf } from "./loop-report-of.ts";
import type { Run } from "./run.ts";

/** What the result says beside what the loop measured. */
export interface About {
  readonly scenario: CrashResult["scenario"];
  readonly seed: number;
  readonly settings: CrashResult["settings"];
  readonly lpShare: number;
  readonly soldVolatility: number;
  /** Years to expiry at each block. */
  readonly taus: readonly number[];
  readonly intrabar: CrashResult["intrabar"];
  readonly record: PoolRecord | null;
  /** Null where nobody moves the reference market. */
  readonly loop: Loop | null;
  /** Before the first block. */
  readonly startPool: PoolState;
  /** Name of a pool of a user's own; null for the published pair. */
  readonly ownPool: string | null;
}

const SECONDS_A_DAY = 86_400;

/** The result of a run: measures over its columns, and the sentences that they come to. */
export function assembleResult(run: Run, about: About): CrashResult {
  const { series, swaps, statement, senders, identities, engine } = run;
  const prices = series.priceE8.map((price) => price / 1e8);
  const crash = { ...crashOf(series, prices), haltedBlocks: run.haltedBlocks };
  const fee = about.ownPool === null ? feeShare(feeOf(about.startPool)) : meanFee(series, swaps);
  const pool = poolOf(run, prices, about, fee);
  const meanValue = mean(poolValues(series, prices));
  const breakEven = {
    turnoverPerDay: -pool.lossVersusRebalancing / fee / meanValue / (crash.seconds / SECONDS_A_DAY),
    impliedVolatility: implyVolatility(prices, about.taus),
    soldVolatility: about.soldVolatility,
  };
  const { scenario, seed, settings, intrabar } = about;
  const flow = flowsOf(run, prices, meanValue, about.lpShare);
  const markouts = markoutReports(swaps, fee);
  const recordedPool =
    about.record === null ? null : compareWithRecord(about.record, series, bareBand(about.startPool, series.priceE8.map(BigInt)));
  const loop = about.loop === null ? null : loopReportOf(about.loop, series, run.mover);
  const head = { schemaVersion: 1 as const, scenario, seed, settings, crash, pool, statement, breakEven };
  const tail = { flow, markouts, senders, intrabar, recordedPool, loop, identities, series, swaps, engine };
  // In the order of the type, the engine last.
  return { ...head, findings: findingsOf({ ...head, ...tail }), ...tail };
}

function crashOf(series: Series, prices: readonly number[]): Omit<CrashResult["crash"], "haltedBlocks"> {
  const start = prices[0] ?? NaN;
  const end = prices.at(-1) ?? NaN;
  const low = prices.reduce((least, price, i) => (price < (prices[least] ?? NaN) ? i : least), 0);
  const seconds = (series.time.at(-1) ?? 0) - (series.time[0] ?? 0);
  return {
    startPrice: start,
    endPrice: end,
    highPrice: prices.reduce((most, price) => Math.max(most, price), 0),
    lowPrice: prices[low] ?? NaN,
    lowTime: series.time[low] ?? 0,
    return: end / start - 1,
    maxDrawdown: maxDrawdown(prices),
    realisedVariance: realisedVariance(prices),
    volatilityPerDay: volatilityPerDay(prices, seconds),
    blocks: prices.length - 1,
    seconds,
  };
}

function poolOf(
  { series, swaps, liquidityChange }: Run,
  prices: readonly number[],
  { lpShare, ownPool }: Pick<About, "lpShare" | "ownPool">,
  fee: number,
): CrashResult["pool"] {
  const values = poolValues(series, prices);
  const fees = series.cumulativeFees.at(-1) ?? 0;
  const volume = fees / fee;
  const blocks = prices.length - 1;
  const seconds = (series.time.at(-1) ?? 0) - (series.time[0] ?? 0);
  const arbitrageBlocks = new Set(swaps.block.filter((_, i) => swaps.sender[i] === "arbitrageur"));
  return {
    name: ownPool ?? UNISWAP_V2,
    startValue: values[0] ?? NaN,
    endValue: values.at(-1) ?? NaN,
    lpShare,
    impermanentLoss: impermanentLoss((prices.at(-1) ?? NaN) / (prices[0] ?? NaN)),
    lossVersusRebalancing: series.cumulativeBleed.at(-1) ?? 0,
    fees,
    volume,
    turnoverPerDay: volume / mean(values) / (seconds / SECONDS_A_DAY),
    gap: gapStatistics(series.poolPrice, prices),
    arbitrageShare: arbitrageBlocks.size / blocks,
    liquidityChange,
  };
}

function flowsOf({ series, statement }: Run, prices: readonly number[], meanValue: number, lpShare: number): readonly FlowReport[] {
  const hedges = statement.flatMap(({ book }) => {
    const base = bookColumn(series, book, "netBase");
    // Those whose dollar gamma is that of the liquidity position throughout.
    const isLike = book === "hedged-lp" || book === "option-twin";
    return base === null ? [] : [flowReport(book, base, prices, isLike ? (lpShare * meanValue) / 4 : null)];
  });
  return [
    flowReport("pool", series.netBasePool, prices, -meanValue / 4),
    flowReport("arbitrageurs", series.netBaseArbitrageurs, prices, null),
    flowReport("traders", series.netBaseTraders, prices, null),
    ...hedges,
  ];
}

function poolValues(series: Series, prices: readonly number[]): readonly number[] {
  return prices.map((price, i) => (series.reserveBase[i] ?? NaN) * price + (series.reserveQuote[i] ?? NaN));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
