import type { Bar, BarSeries } from "./bars.ts";

/**
 * Coarser bars made of finer ones: first open, highest high, lowest low, last close of each stretch.
 *
 * @param seconds length of the coarse bars, a multiple of the fine ones'; they start at multiples of it since 1970
 */
export function aggregateBars(series: BarSeries, seconds: number): BarSeries {
  if (!(seconds >= series.seconds) || seconds % series.seconds !== 0)
    throw new RangeError(`bars of ${series.seconds} s do not make bars of ${seconds} s`);
  const bars: Bar[] = [];
  for (const bar of series.bars) {
    const time = Math.floor(bar.time / seconds) * seconds;
    const last = bars.at(-1);
    if (last === undefined || last.time !== time) bars.push({ ...bar, time });
    else
      bars[bars.length - 1] = {
        time,
        open: last.open,
        high: Math.max(last.high, bar.high),
        low: Math.min(last.low, bar.low),
        close: bar.close,
      };
  }
  return { bars, seconds };
}
