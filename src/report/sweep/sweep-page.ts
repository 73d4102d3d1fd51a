import type { SweepSummary } from "../../core/sweep-summary.ts";
import { markup, trusted } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { pageHead } from "../page-head.ts";
import { pageStyle } from "../page-style.ts";
import { booksTable } from "./books-table.ts";
import { cellLabel } from "./cell-label.ts";
import { cellStatistics } from "./cell-statistics.ts";
import { distributions } from "./distributions.ts";
import { heatFigure } from "./heat-figure.ts";
import { heatMeasures } from "./heat-measures.ts";
import { mainTail } from "./main-tail.ts";
import { meanStatement } from "./mean-statement.ts";
import { sharePercent } from "./share-percent.ts";
import { sweepFacts } from "./sweep-facts.ts";
import { sweepFindings } from "./sweep-findings.ts";
import { sweepHeader } from "./sweep-header.ts";
import { sweepStyle } from "./sweep-style.ts";

/** The list of more cells is folded away. */
const OPEN_CELLS = 24;

/**
 * The text of a sweep's index.html: one file that opens from disk, without a script. Its content security policy allows the styles in it by their hashes and
 * nothing else, so that it can neither make a request nor run what came in with a text.
 */
export function renderSweepPage(summary: SweepSummary): string {
  const styles = [pageStyle, sweepStyle];
  const [only] = summary.cells;
  const page = markup`${pageHead(`${summary.scenario.title}, a sweep · hardhat-crash`, styles)}
<body>
<main>
${sweepHeader(summary)}
${findings(summary)}
<section aria-labelledby="books-heading"><h2 id="books-heading">LP beside hedger</h2>
<p>Totals in percent of the start capital, a row a cell; in small print the 95 % interval of the mean. The difference is taken on the same paths, and nobody is called ahead where its interval contains zero. ES is the mean loss over the worst ${sharePercent(mainTail(summary))} of paths, and in small print VaR the loss at which they begin.</p>
${booksTable(summary)}${only === undefined || summary.cells.length > 1 ? "" : meanStatement(only)}</section>
${heatMaps(summary)}
${distributions(summary)}
${statistics(summary)}
${sweepFacts(summary)}
<footer class="soft"><p>Written by hardhat-crash. Every number of this page is in summary.json beside it.</p></footer>
</main>
</body>
</html>
`;
  return page.markup;
}

function findings(summary: SweepSummary): Markup {
  const items = sweepFindings(summary).map(
    ({ sentence, evidence }) => markup`<li><p>${sentence}</p><p class="soft">${evidence}</p></li>\n`,
  );
  return items.length === 0
    ? markup``
    : markup`<section aria-labelledby="findings-heading"><h2 id="findings-heading">Findings</h2><ol class="findings">${items}</ol></section>`;
}

function heatMaps(summary: SweepSummary): Markup {
  if (summary.axes.length === 0) return markup``;
  return markup`<section aria-labelledby="heat-heading"><h2 id="heat-heading">Over the settings</h2>
<p>One colour a cell, the number in it${summary.axes.length > 2 ? ", one map for each value of the further settings, all on one scale" : ""}. Colours about zero and about one reach equally far to both sides.</p>
<div class="heats">${heatMeasures(summary).map((measure) => heatFigure(summary, measure))}</div></section>
`;
}

function statistics(summary: SweepSummary): Markup {
  const cells = summary.cells.map((cell) => {
    const label = cellLabel(summary, cell);
    return markup`<details${summary.cells.length === 1 ? trusted(" open") : ""}><summary>${label}</summary>${cellStatistics(summary, cell, label)}</details>\n`;
  });
  return markup`<section aria-labelledby="statistics-heading"><h2 id="statistics-heading">Every line of every book</h2>
${cells.length > OPEN_CELLS ? markup`<details><summary>${cells.length} cells</summary>${cells}</details>` : cells}</section>
`;
}
