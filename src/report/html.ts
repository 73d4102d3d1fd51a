import type { CrashResult } from "../core/result.ts";
import { chartData } from "./chart-data.ts";
import { chartFigure } from "./chart-figure.ts";
import { bookCharts } from "./charts-books.ts";
import { crashCharts } from "./charts-crash.ts";
import { flowCharts, recordedCharts } from "./charts-flow.ts";
import { poolCharts } from "./charts-pool.ts";
import { markup, trusted } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { pageFacts } from "./page-facts.ts";
import { pageHead } from "./page-head.ts";
import { pageHeader } from "./page-header.ts";
import { pageScript } from "./page-script.ts";
import { pageStatement } from "./page-statement.ts";
import { pageStyle } from "./page-style.ts";
import { flowTable, gapTable, intrabarTable, markoutTables } from "./page-tables.ts";
import { uplotFiles } from "./uplot-files.ts";

/**
 * The text of index.html: the whole report in one file that opens from disk. Its content security policy allows the styles and scripts in it by
 * their hashes and nothing else, so that it cannot make a request nor run a script that came in with a text.
 */
export function renderPage(result: CrashResult): string {
  const uplot = uplotFiles();
  const crash = crashCharts(result);
  const books = bookCharts(result);
  const pool = poolCharts(result);
  const flow = flowCharts(result);
  const recorded = result.recordedPool === null ? [] : recordedCharts(result.recordedPool);
  const figures = (charts: typeof crash): Markup => markup`<div class="charts">${charts.map(chartFigure)}</div>`;
  const styles = [uplot.style, pageStyle];
  const scripts = [uplot.script, pageScript];
  const page = markup`${pageHead(`${result.scenario.title} · hardhat-crash`, styles, scripts)}
<body>
<main>
${pageHeader(result)}
${pageStatement(result)}
<section aria-labelledby="crash-heading"><h2 id="crash-heading">The crash</h2>${figures(crash)}</section>
<section aria-labelledby="books-heading"><h2 id="books-heading">The books on the way</h2>${figures(books)}</section>
<section aria-labelledby="chain-heading"><h2 id="chain-heading">The pool on the way</h2>${figures(pool)}${markoutTables(result)}</section>
<section aria-labelledby="flow-heading"><h2 id="flow-heading">Who bought and who sold</h2>${figures(flow)}${flowTable(result)}</section>
${intrabarSection(result)}${recorded.length === 0 ? "" : markup`<section aria-labelledby="recorded-heading"><h2 id="recorded-heading">The recorded pool beside the model</h2>${figures(recorded)}${gapTable(result)}</section>`}
${pageFacts(result)}
<footer class="soft"><p>Written by hardhat-crash. Every number of this page is in result.json, series.csv and swaps.csv beside it. Charts: uPlot (MIT licence).</p></footer>
</main>
<div class="cursor" id="cursor" hidden><label for="time-cursor">Time cursor</label><input type="range" id="time-cursor" min="0" step="1"><output for="time-cursor" id="cursor-text"></output><button type="button" id="zoom-out" hidden>whole run</button></div>
<script type="application/json" id="chart-data">${trusted(chartData([...crash, ...books, ...pool, ...flow, ...recorded]))}</script>
${scripts.map((script) => trusted(`<script>${script}</script>\n`))}</body>
</html>
`;
  return page.markup;
}

function intrabarSection(result: CrashResult): Markup {
  if (result.intrabar.length === 0) return markup``;
  return markup`<section aria-labelledby="intrabar-heading"><h2 id="intrabar-heading">What the path inside the bars decides</h2>
<p>The recorded bars leave the variance inside them open. These results depend on the price path alone, for a low, the default and a high setting; each column has its own scale. Realised volatility is that of the whole run; break-even volatility, a year, is where the option twin's theta would have paid for its bleed.</p>
${intrabarTable(result)}</section>
`;
}
