import type { Series } from "../../core/result.ts";
import type { RecordedPoolComparison } from "../../core/recorded-pool-comparison.ts";
import type { BareBand } from "./bare-band.ts";
import { gapStatistics } from "./gap.ts";

/** The record of a real pool, at rising times; amounts in whole tokens. */
export interface PoolRecord {
  readonly source: string;
  readonly times: readonly number[];
  readonly base: readonly number[];
  readonly quote: readonly number[];
  /** Log changes of √(xy) by mints and burns, each at the time by which it had happened. */
  readonly liquidityChanges: readonly { readonly time: number; readonly logChange: number }[];
}

/**
 * Sets a real pool beside the run, at the record's times that the run covers: reserves, cumulative flow of base without mints and burns, gap to
 * the reference.
 *
 * @param band the bare fee band over the run's prices
 */
export function compareWithRecord(record: PoolRecord, series: Series, band: BareBand): RecordedPoolComparison {
  const end = series.time.at(-1) ?? 0;
  const covered = record.times.flatMap((time, i) => (time >= (series.time[0] ?? 0) && time <= end ? [i] : []));
  const rows = covered.map((i) => lastAtOrBefore(series.time, record.times[i] ?? 0));
  const pick = (values: readonly number[], places: readonly number[]): number[] => places.map((place) => values[place] ?? NaN);
  const reference = pick(series.priceE8, rows).map((price) => price / 1e8);
  const recordedBase = pick(record.base, covered);
  const recordedQuote = pick(record.quote, covered);
  const recordedFlow = flowWithoutLiquidity(record, covered);
  const first = series.netBasePool[rows[0] ?? 0] ?? 0;
  const modelFlow = pick(series.netBasePool, rows).map((each) => each - first);
  return {
    source: record.source,
    time: pick(record.times, covered),
    recordedBase,
    recordedQuote,
    modelBase: pick(series.reserveBase, rows),
    modelQuote: pick(series.reserveQuote, rows),
    recordedFlow,
    modelFlow,
    flowCorrelation: correlation(recordedFlow, modelFlow),
    recordedGap: gapStatistics(
      recordedQuote.map((quote, i) => quote / (recordedBase[i] ?? NaN)),
      reference,
    ),
    modelGap: gapStatistics(pick(series.poolPrice, rows), reference),
    bareBand: {
      flowCorrelation: correlation(recordedFlow, pick(band.netBase, rows)),
      gap: gapStatistics(pick(band.poolPrice, rows), reference),
    },
  };
}

/** Running sum of what swaps alone brought: each interval's change beyond what mints and burns did to the reserve at its start. */
function flowWithoutLiquidity(record: PoolRecord, covered: readonly number[]): number[] {
  let sum = 0;
  return covered.map((place, i) => {
    if (i === 0) return 0;
    const before = record.base[place - 1] ?? NaN;
    const [from, to] = [record.times[place - 1] ?? 0, record.times[place] ?? 0];
    const change = record.liquidityChanges.reduce(
      (total, each) => (each.time > from && each.time <= to ? total + each.logChange : total),
      0,
    );
    sum += (record.base[place] ?? NaN) - before * Math.exp(change);
    return sum;
  });
}

function lastAtOrBefore(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle;
    else high = middle;
  }
  return low;
}

/** Pearson's. */
export function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, each] of x.entries()) {
    const [dx, dy] = [each - mx, (y[i] ?? NaN) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}
