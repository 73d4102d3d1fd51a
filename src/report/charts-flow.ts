import type { CrashResult, RecordedPoolComparison } from "../core/result.ts";
import type { Chart } from "./chart.ts";
import { last } from "./column-facts.ts";
import { decimal } from "./number-format.ts";
import { unitText } from "./unit-text.ts";

/** Who bought and who sold: on chain, and of the books side by side. */
export function flowCharts(result: CrashResult): Chart[] {
  const { series, pool } = result;
  const { time } = series;
  const share = series.netBasePool.map((tokens) => tokens * pool.lpShare);
  const net = (column: readonly number[]): string => {
    const tokens = last(column);
    return `${tokens < 0 ? "sold" : "bought"} ${unitText(Math.abs(tokens), "tokens")}`;
  };
  return [
    {
      id: "flow-chain",
      heading: "On chain",
      sentence: `Running net purchase of base, in tokens. Over the run the pool ${net(series.netBasePool)}, arbitrageurs ${net(series.netBaseArbitrageurs)}, traders ${net(series.netBaseTraders)}.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "pool", unit: "tokens", tone: "lp", values: series.netBasePool },
        { label: "arbitrageurs", unit: "tokens", tone: "arbitrage", values: series.netBaseArbitrageurs },
        { label: "traders", unit: "tokens", tone: "trader", values: series.netBaseTraders },
      ],
    },
    {
      id: "flow-books",
      heading: "Liquidity against hedges of the same capital",
      sentence:
        `Running net purchase of base, in tokens. The position's share of the pool ${net(share)}; the hedge of the liquidity position ${net(series.netBaseLpHedge)}, ` +
        `the hedge of the option twin ${net(series.netBaseTwinHedge)}, that of the straddle ${net(series.netBaseStraddleHedge)}.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: "share of the pool", unit: "tokens", tone: "lp", values: share },
        { label: "hedge of liquidity", unit: "tokens", tone: "hedged", values: series.netBaseLpHedge },
        { label: "hedge of option twin", unit: "tokens", tone: "twin", values: series.netBaseTwinHedge, dashed: true },
        { label: "hedge of straddle", unit: "tokens", tone: "straddle", values: series.netBaseStraddleHedge },
      ],
    },
  ];
}

/** The recorded pool beside the model. */
export function recordedCharts(recorded: RecordedPoolComparison): Chart[] {
  return [
    {
      id: "recorded-flow",
      heading: "Flow of base into the pool, recorded and modelled",
      sentence: `Cumulative, without mints and burns, in tokens. The two have a correlation of ${decimal(recorded.flowCorrelation, 3)}.`,
      width: "full",
      scale: "linear",
      time: recorded.time,
      lines: [
        { label: "recorded", unit: "tokens", tone: "ink", values: recorded.recordedFlow },
        { label: "model", unit: "tokens", tone: "lp", values: recorded.modelFlow },
      ],
      more: [
        { label: "recorded base", unit: "tokens", values: recorded.recordedBase },
        { label: "model base", unit: "tokens", values: recorded.modelBase },
        { label: "recorded quote", unit: "tokens", values: recorded.recordedQuote },
        { label: "model quote", unit: "tokens", values: recorded.modelQuote },
      ],
    },
  ];
}
