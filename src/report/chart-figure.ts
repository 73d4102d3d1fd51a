import type { Chart, ChartLine } from "./chart.ts";
import { last } from "./column-facts.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { pickRows } from "./pick-rows.ts";
import { tableMarkup } from "./table-markup.ts";
import { readableTime } from "./time-format.ts";
import { unitText } from "./unit-text.ts";

/** A chart's place on the page: heading, sentence, legend with the values at the end, the canvas's box, and its numbers as a table. */
export function chartFigure(chart: Chart): Markup {
  const keys = chart.lines.map(
    (line) =>
      markup`<li><button type="button" class="key t-${line.tone}" aria-pressed="true" title="Show or hide this line"><span class="swatch ${swatch(line)}"></span>${line.label} <output class="value">${unitText(last(line.values), line.unit)}</output></button></li>`,
  );
  const columns = [...chart.lines, ...(chart.more ?? [])];
  const rows = pickRows(chart.time).map((row) => [
    readableTime(chart.time[row] ?? 0),
    ...columns.map((column) => unitText(column.values[row] ?? Number.NaN, column.unit)),
  ]);
  const table = tableMarkup({ caption: `${chart.heading}, as a table`, head: ["UTC", ...columns.map((column) => column.label)], rows });
  return markup`<figure class="chart ${chart.width}" id="${chart.id}" aria-labelledby="${chart.id}-heading">
<figcaption><h3 id="${chart.id}-heading">${chart.heading}</h3><p>${chart.sentence}</p></figcaption>
<ul class="legend" aria-label="Lines, with their values at the time cursor">${keys}</ul>
<div class="plot" role="img" aria-label="${chart.heading}. ${chart.sentence}"></div>
<details><summary>Numbers</summary>${table}</details>
</figure>
`;
}

function swatch(line: ChartLine): string {
  return line.weight ?? (line.dashed === true ? "dashed" : "thin");
}
