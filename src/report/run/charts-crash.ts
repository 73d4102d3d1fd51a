import type { CrashResult } from "../../core/result.ts";
import type { Chart } from "../charts/chart.ts";
import { last, middle, rowOfLargest } from "../charts/column-facts.ts";
import { decimal, percent } from "../number-format.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";

/** The price, how far the pool was from it, and what kept it there. */
export function crashCharts(result: CrashResult): Chart[] {
  const { series, pool, crash } = result;
  const price = series.priceE8.map((each) => each / 1e8);
  const gap = series.poolPrice.map((each, row) => each / (price[row] ?? Number.NaN) - 1);
  const widest = rowOfLargest(gap.map(Math.abs));
  const fullest = rowOfLargest(series.gasFloorGwei);
  const { time } = series;
  return [
    {
      id: "price",
      heading: "Price and pool price",
      sentence:
        `The reference price goes from ${unitText(crash.startPrice, "price")} to ${unitText(crash.endPrice, "price")}, with its low of ` +
        `${unitText(crash.lowPrice, "price")} at ${readableTime(crash.lowTime)} UTC. The pool is within ${percent(pool.gap.median)} of it in half of the blocks.`,
      width: "full",
      scale: "linear",
      time,
      lines: [
        { label: "pool", unit: "price", tone: "lp", values: series.poolPrice, weight: "wide" },
        { label: "reference", unit: "price", tone: "ink", values: price },
      ],
    },
    {
      id: "gap",
      heading: "Gap of the pool to the reference",
      sentence:
        `Above zero the pool is dearer than the market. The gap is widest, ${unitText(gap[widest] ?? 0, "percent")}, at ` +
        `${readableTime(time[widest] ?? 0)} UTC; in 19 of 20 blocks it stays within ${percent(pool.gap.p95)}.`,
      width: "half",
      scale: "linear",
      time,
      lines: [{ label: "gap", unit: "percent", tone: "lp", values: gap }],
    },
    {
      id: "congestion",
      heading: "Price of gas and waiting transactions",
      sentence:
        `Nothing below the floor is included. It is ${decimal(middle(series.gasFloorGwei), 1)} gwei in the middle and ` +
        `${decimal(series.gasFloorGwei[fullest] ?? 0)} at its highest, at ${readableTime(time[fullest] ?? 0)} UTC; up to ` +
        `${decimal(series.pending[rowOfLargest(series.pending)] ?? 0)} transactions wait, ${decimal(last(series.pending))} at the end.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "waiting (right)", unit: "count", tone: "arbitrage", values: series.pending, right: true, weight: "area" },
        { label: "gas floor, gwei (left)", unit: "gwei", tone: "ink", values: series.gasFloorGwei },
      ],
    },
  ];
}
