import type { CrashResult } from "../core/result.ts";
import { csvText } from "./csv-text.ts";
import { isoTime } from "./time-format.ts";

/** The text of series.csv: one row a block, the columns of the result's `series` with the time in ISO 8601 as well. */
export function seriesCsv(result: CrashResult): string {
  const { block, time, ...rest } = result.series;
  return csvText({ block, time, isoTime: time.map(isoTime), ...rest });
}

/** The text of swaps.csv: one row a swap, the columns of the result's `swaps` with the time of the block. */
export function swapsCsv(result: CrashResult): string {
  const { block, index, ...rest } = result.swaps;
  const timeOf = new Map(result.series.block.map((height, row) => [height, result.series.time[row] ?? 0]));
  const time = block.map((height) => timeOf.get(height) ?? 0);
  return csvText({ block, index, time, isoTime: time.map(isoTime), ...rest });
}
