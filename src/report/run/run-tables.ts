import type { GapStatistics } from "../../core/gap-statistics.ts";
import type { CrashResult, FlowReport } from "../../core/result.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { decimal, percent, shortMoney, signed, significant } from "../number-format.ts";
import { signedBar } from "../page/signed-bar.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { unitText } from "../unit-text.ts";

/** Slopes of each participant's purchases on the return: who leans against the price and who follows it. */
export function flowTable(result: CrashResult): Markup {
  const horizons = result.flow[0]?.slopes.map((each) => each.horizon) ?? [];
  const cell = (flow: FlowReport, horizon: number): string => {
    const found = flow.slopes.find((each) => each.horizon === horizon);
    if (found === undefined || found.slope === null) return "–";
    return shortMoney(found.slope) + (found.standardError === null ? "" : ` ± ${shortMoney(found.standardError)}`);
  };
  return markup`<h3>Direction of the flow</h3><p>Quote bought for a log return of one, over so many blocks, ± one standard error. Below zero a participant buys what falls, above zero it
sells what falls. The pool without fees is what −V/4 gives at every horizon.</p>
${tableMarkup({
  caption: "Direction of the flow by participant",
  head: [
    "participant",
    "net base",
    "net quote",
    ...horizons.map((each) => `${decimal(each)} ${each === 1 ? "block" : "blocks"}`),
    "without fees",
    "sold in worst tenth",
  ],
  rows: result.flow.map((flow) => [
    flow.participant,
    unitText(flow.netBase, "tokens"),
    unitText(flow.netQuote, "money"),
    ...horizons.map((horizon) => cell(flow, horizon)),
    flow.benchmarkSlope === null ? "–" : shortMoney(flow.benchmarkSlope),
    flow.shareSoldInWorstTenth === null ? "–" : percent(flow.shareSoldInWorstTenth, 0),
  ]),
})}`;
}

/** The pool's gains and losses by who sent a swap and what it did, and what became of transactions. */
export function markoutTables(result: CrashResult): Markup {
  const markouts = tableMarkup({
    caption: "Markouts by sender and effect",
    labels: 2,
    head: ["sender", "effect", "swaps", "volume", "fees", "pool's markout"],
    rows: result.markouts.map((each) => [
      each.sender,
      each.effect,
      decimal(each.swaps),
      unitText(each.volume, "money"),
      unitText(each.fees, "money"),
      unitText(each.poolMarkout, "money"),
    ]),
  });
  const senders = tableMarkup({
    caption: "Transactions by sender",
    head: [
      "sender",
      "submitted",
      "mined",
      "reverted",
      "cancelled",
      "replaced",
      "waiting",
      "unaffordable",
      "mean wait",
      "longest",
      "gas paid",
      "profit",
    ],
    rows: result.senders.map((each) => [
      each.sender,
      ...[each.submitted, each.mined, each.reverted, each.cancelled, each.replaced, each.stillPending, each.unaffordable].map((count) =>
        decimal(count),
      ),
      `${decimal(each.meanWait, 1)} blocks`,
      `${decimal(each.longestWait)} blocks`,
      unitText(each.gasPaid, "money"),
      unitText(each.profit, "money"),
    ]),
  });
  return markup`<h3>By sender and effect</h3><p>Swaps marked at the reference price of their block; the pool's markout includes the fee.</p>${markouts}
<h3>What became of transactions</h3>${senders}`;
}

/** What depends on the variance inside the bars, as numbers with bars. */
export function intrabarTable(result: CrashResult): Markup {
  const rows = result.intrabar.map((row) => ({ ...row, lossVersusRebalancing: -Math.abs(row.lossVersusRebalancing) }));
  const barred = (value: number, column: readonly number[], text: string, tone: string): Markup => {
    const largest = Math.max(Number.MIN_VALUE, ...column.map(Math.abs));
    return markup`<span class="barred t-${tone}">${signedBar(value / largest)}<span>${text}</span></span>`;
  };
  const money = (value: number): string => signed(value);
  return markup`<p>The recorded bars leave the variance inside them open. These results depend on the price path alone, for a low, the default and a high setting; each column has its own scale. Realised volatility is that of the whole run; break-even volatility, a year, is where the option twin's theta would have paid for its bleed.</p>
${tableMarkup({
  caption: "Results for low, default and high variance inside the bars",
  head: [
    "variance inside bars",
    "times fitted",
    "realised volatility",
    "loss versus rebalancing",
    "option twin",
    "short straddle",
    "break-even volatility a year",
  ],
  rows: rows.map((row) => [
    row.level,
    significant(row.setting),
    percent(Math.sqrt(row.realisedVariance)),
    barred(
      row.lossVersusRebalancing,
      rows.map((each) => each.lossVersusRebalancing),
      money(row.lossVersusRebalancing),
      "loss",
    ),
    barred(
      row.optionTwin,
      rows.map((each) => each.optionTwin),
      money(row.optionTwin),
      "twin",
    ),
    barred(
      row.shortStraddle,
      rows.map((each) => each.shortStraddle),
      money(row.shortStraddle),
      "straddle",
    ),
    percent(row.breakEvenVolatility, 0),
  ]),
})}`;
}

/** The gap to the reference of the recorded pool and the model. */
export function gapTable(result: CrashResult): Markup {
  if (result.recordedPool === null) return markup``;
  const { recordedGap, modelGap, bareBand, flowCorrelation, source } = result.recordedPool;
  const row = (name: string, gap: GapStatistics, correlation: number | null): string[] => [
    name,
    ...[gap.median, gap.p95, gap.max].map((share) => percent(share)),
    correlation === null ? "–" : decimal(correlation, 3),
  ];
  return markup`<h3>Gap to the reference</h3><p>Recorded pool: ${source}. With the fee alone, nothing but the fee stands between the pool and the reference: no gas, no waiting,
no traders. What lies between it and the model is what gas, waiting and traders make of it.</p>${tableMarkup({
    caption: "Gap to the reference, recorded and modelled",
    head: ["pool", "median gap", "95th percentile", "maximum", "correlation of flow"],
    rows: [
      row("recorded", recordedGap, null),
      row("model", modelGap, flowCorrelation),
      row("fee alone", bareBand.gap, bareBand.flowCorrelation),
    ],
  })}`;
}
