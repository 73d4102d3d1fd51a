import type { SweepSummary } from "../../core/sweep-summary.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { findingsList } from "../page/findings-list.ts";
import { folded } from "../page/folded.ts";
import type { PageSection } from "../page/page-text.ts";
import { pageText } from "../page/page-text.ts";
import { booksTable } from "./books-table.ts";
import { cellLabel } from "./cell-label.ts";
import { chosenBooks } from "./chosen-books.ts";
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

/** The text of a sweep's index.html, which runs nothing. */
export function renderSweepPage(summary: SweepSummary): string {
  const [only] = summary.cells;
  const findings = sweepFindings(summary);
  const absent = chosenBooks(summary).every(({ isEverywhere }) => isEverywhere)
    ? ""
    : markup` Where a cell has no such desk or no insurer, its column says none.`;
  const sections: readonly PageSection[] = [
    ...(findings.length === 0 ? [] : [{ id: "findings", title: "Findings", content: findingsList(findings) }]),
    {
      id: "books",
      title: "LP beside hedger",
      content: markup`<p>Totals in percent of the start capital, a row a cell; in small print the 95 % interval of the mean. The difference is taken on the same paths, and nobody is called ahead where its interval contains zero. ES is the mean loss over the worst ${sharePercent(mainTail(summary))} of paths, and in small print VaR the loss at which they begin.${absent}</p>
${booksTable(summary)}${only === undefined || summary.cells.length > 1 ? "" : meanStatement(only)}`,
    },
    ...(summary.axes.length === 0 ? [] : [{ id: "heat", title: "Over the settings", content: heatMaps(summary) }]),
    { id: "spread", title: "How far paths lie apart", content: distributions(summary) },
    { id: "statistics", title: "Every line of every book", content: statistics(summary) },
    ...sweepFacts(summary),
  ];
  return pageText({
    title: `${summary.scenario.title}, a sweep`,
    header: sweepHeader(summary),
    sections,
    footer: "Every number of this page is in summary.json beside it.",
    styles: [sweepStyle],
  });
}

function heatMaps(summary: SweepSummary): Markup {
  return markup`<p>One colour a cell, the number in it${summary.axes.length > 2 ? ", one map for each value of the further settings, all on one scale" : ""}. Colours about zero and about one reach equally far to both sides.</p>
<div class="heats">${heatMeasures(summary).map((measure) => heatFigure(summary, measure))}</div>`;
}

/** Of a single cell as they are; of more, a fold each, and of many those in another. */
function statistics(summary: SweepSummary): Markup {
  const [only, ...more] = summary.cells;
  if (only !== undefined && more.length === 0) return cellStatistics(summary, only, cellLabel(summary, only));
  const cells = summary.cells.map((cell) => {
    const label = cellLabel(summary, cell);
    return folded(label, cellStatistics(summary, cell, label), "bulk");
  });
  return cells.length > OPEN_CELLS ? folded(`${cells.length} cells`, cells, "bulk") : markup`${cells}`;
}
