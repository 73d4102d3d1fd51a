import type { CrashResult } from "../../core/result.ts";
import type { Chart } from "../charts/chart.ts";
import { first, last, rowOfLargest } from "../charts/column-facts.ts";
import { decimal, shortMoney } from "../number-format.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";

/** What the pool holds, earns and loses, and what it costs to trade with it. */
export function poolCharts(result: CrashResult): Chart[] {
  const { series } = result;
  const { time } = series;
  const change = (column: readonly number[]): number[] => column.map((value) => value / first(column) - 1);
  const base = change(series.reserveBase);
  const quote = change(series.reserveQuote);
  const versus = (share: number): string => `${decimal(Math.abs(share) * 100, 1)} % ${share < 0 ? "less" : "more"}`;
  const leaning =
    last(base) > 0 && result.crash.return < 0
      ? ": it buys what falls"
      : last(base) < 0 && result.crash.return > 0
        ? ": it sells what rises"
        : "";
  const worst = rowOfLargest(series.slippageSell1m);
  return [
    {
      id: "markouts",
      heading: "Fees, bleed and markouts",
      sentence:
        `Running sums for the whole pool. Fees come to ${shortMoney(last(series.cumulativeFees))}, loss versus rebalancing to ` +
        `${unitText(last(series.cumulativeBleed), "money")}; arbitrageurs leave the pool ${unitText(last(series.cumulativeArbitrageMarkout), "money")}, ` +
        `traders ${unitText(last(series.cumulativeTraderMarkout), "money")}, at the reference price of each block.`,
      width: "full",
      scale: "linear",
      time,
      lines: [
        { label: "fees", unit: "money", tone: "lp", values: series.cumulativeFees },
        { label: "bleed", unit: "money", tone: "loss", values: series.cumulativeBleed },
        { label: "against arbitrageurs", unit: "money", tone: "arbitrage", values: series.cumulativeArbitrageMarkout },
        { label: "against traders", unit: "money", tone: "trader", values: series.cumulativeTraderMarkout },
      ],
    },
    {
      id: "composition",
      heading: "What the pool holds",
      sentence: `Reserves against their start. At the end the pool holds ${versus(last(base))} base and ${versus(last(quote))} quote${leaning}.`,
      width: "full",
      scale: "linear",
      time,
      lines: [
        { label: "base", unit: "percent", tone: "lp", values: base },
        { label: "quote", unit: "percent", tone: "hold", values: quote },
      ],
      more: [
        { label: "base (tokens)", unit: "tokens", values: series.reserveBase },
        { label: "quote (tokens)", unit: "tokens", values: series.reserveQuote },
      ],
    },
    {
      id: "slippage",
      heading: "Slippage of a sale",
      sentence:
        `What selling base costs against the reference price, fee included, on a scale that is logarithmic away from zero. A million costs ` +
        `${unitText(first(series.slippageSell1m), "percent")} at the start and ${unitText(series.slippageSell1m[worst] ?? 0, "percent")} at worst, ` +
        `at ${readableTime(time[worst] ?? 0)} UTC. Below zero the seller gains on a pool that is dearer than the market.`,
      width: "half",
      scale: "asinh",
      time,
      lines: [
        { label: "$10k", unit: "percent", tone: "small", values: series.slippageSell10k },
        { label: "$100k", unit: "percent", tone: "medium", values: series.slippageSell100k },
        { label: "$1M", unit: "percent", tone: "large", values: series.slippageSell1m },
      ],
      more: [
        { label: "buy $10k", unit: "percent", values: series.slippageBuy10k },
        { label: "buy $100k", unit: "percent", values: series.slippageBuy100k },
        { label: "buy $1M", unit: "percent", values: series.slippageBuy1m },
      ],
    },
    {
      id: "depth",
      heading: "Depth at ±2 %",
      sentence:
        `Quote that moves the pool's price by two per cent: ${shortMoney(first(series.depthDown2))} down and ${shortMoney(first(series.depthUp2))} up ` +
        `at the start, ${shortMoney(last(series.depthDown2))} and ${shortMoney(last(series.depthUp2))} at the end.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "2 % down", unit: "money", tone: "loss", values: series.depthDown2 },
        { label: "2 % up", unit: "money", tone: "hedged", values: series.depthUp2 },
      ],
    },
  ];
}
