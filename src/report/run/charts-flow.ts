import { bookColumn } from "../../core/book-column.ts";
import type { CrashResult } from "../../core/result.ts";
import type { RecordedPoolComparison } from "../../core/recorded-pool-comparison.ts";
import { bookTitle } from "./book-title.ts";
import type { Chart, ChartLine } from "../charts/chart.ts";
import { first, last } from "../charts/column-facts.ts";
import { decimal } from "../number-format.ts";
import { bookTone } from "../page/book-tone.ts";
import { unitText } from "../unit-text.ts";

/** Who bought and who sold: on chain, and of the books side by side. */
export function flowCharts(result: CrashResult): Chart[] {
  const { series, pool } = result;
  const { time } = series;
  const share = series.netBasePool.map((tokens) => tokens * pool.lpShare);
  const traded = result.statement.flatMap(({ book, title }) => {
    const column = bookColumn(series, book, "netBase");
    return column === null ? [] : [{ book, title, values: column.map((tokens) => tokens - first(column)) }];
  });
  // An insurer trades what it owns; the others trade a hedge.
  const label = ({ book, title }: (typeof traded)[number]): string => (book === "insurer" ? title : `hedge of ${title}`);
  const lp = bookTitle(result, "lp");
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
        `Net purchase of base since the start, in tokens, the opening of the hedges left out. The ${lp}'s share of the pool ${net(share)}; beside it: ` +
        `${traded.map((each) => `${label(each)} ${net(each.values)}`).join(", ")}.`,
      width: "half",
      scale: "linear",
      time,
      lines: [
        { label: `${lp}'s share of the pool`, unit: "tokens", tone: "lp", values: share },
        ...traded.map((each): ChartLine => ({ label: label(each), unit: "tokens", tone: bookTone[each.book], values: each.values })),
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
        { label: "recorded", unit: "tokens", tone: "ink", values: recorded.recordedFlow, weight: "wide" },
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
