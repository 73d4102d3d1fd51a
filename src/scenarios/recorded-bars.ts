import { parsePathCsv } from "../market/parse-path-csv.ts";
import type { BarSeries } from "../market/bars.ts";
import { readData } from "./read-data.ts";

/** Bars of a shipped file that start within [from, to). */
export function recordedBars(name: string, from = -Infinity, to = Infinity): BarSeries {
  const path = parsePathCsv(readData(name), `data/${name}`);
  if (path.kind !== "bars") throw new Error(`data/${name} holds no bars`);
  return { bars: path.series.bars.filter((bar) => bar.time >= from && bar.time < to), seconds: path.series.seconds };
}
