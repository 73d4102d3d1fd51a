import type { CrashResult } from "../../core/result.ts";
import { chartData } from "../charts/chart-data.ts";
import { chartFigure } from "../charts/chart-figure.ts";
import { chartScript } from "../charts/chart-script.ts";
import type { Chart } from "../charts/chart.ts";
import { uplotFiles } from "../charts/uplot-files.ts";
import { markup, trusted } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import type { PageSection } from "../page/page-text.ts";
import { pageText } from "../page/page-text.ts";
import { bookCharts } from "./charts-books.ts";
import { crashCharts } from "./charts-crash.ts";
import { flowCharts, recordedCharts } from "./charts-flow.ts";
import { poolCharts } from "./charts-pool.ts";
import { runFacts } from "./run-facts.ts";
import { runHeader } from "./run-header.ts";
import { runStatement } from "./run-statement.ts";
import { runStyle } from "./run-style.ts";
import { flowTable, gapTable, intrabarTable, markoutTables } from "./run-tables.ts";

/** The text of a run's index.html. */
export function renderRunPage(result: CrashResult): string {
  const uplot = uplotFiles();
  const crash = crashCharts(result);
  const books = bookCharts(result);
  const pool = poolCharts(result);
  const flow = flowCharts(result);
  const recorded = result.recordedPool === null ? [] : recordedCharts(result.recordedPool);
  const figures = (charts: readonly Chart[]): Markup => markup`<div class="charts">${charts.map(chartFigure)}</div>`;
  const sections: readonly PageSection[] = [
    ...runStatement(result),
    { id: "crash", title: "The crash", content: figures(crash) },
    { id: "on-the-way", title: "The books on the way", content: figures(books) },
    { id: "chain", title: "The pool on the way", content: markup`${figures(pool)}${markoutTables(result)}` },
    { id: "flow", title: "Who bought and who sold", content: markup`${figures(flow)}${flowTable(result)}` },
    ...(result.intrabar.length === 0
      ? []
      : [{ id: "intrabar", title: "What the path inside the bars decides", content: intrabarTable(result) }]),
    ...(recorded.length === 0
      ? []
      : [{ id: "recorded", title: "The recorded pool beside the model", content: markup`${figures(recorded)}${gapTable(result)}` }]),
    ...runFacts(result),
  ];
  return pageText({
    title: result.scenario.title,
    header: runHeader(result),
    sections,
    footer: "Every number of this page is in result.json, series.csv and swaps.csv beside it. Charts: uPlot (MIT licence).",
    styles: [uplot.style, runStyle],
    scripts: [uplot.script, chartScript],
    after: markup`<div class="cursor" id="cursor" role="group" aria-label="Time cursor of all charts" hidden><label for="time-cursor">Time cursor</label><input type="range" id="time-cursor" min="0" step="1"><output for="time-cursor" id="cursor-text"></output><button type="button" id="zoom-out" hidden>whole run</button></div>
<script type="application/json" id="chart-data">${trusted(chartData([...crash, ...books, ...pool, ...flow, ...recorded]))}</script>
`,
  });
}
