import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { chartFrame } from "./chart-frame.ts";
import type { Chart } from "./chart.ts";
import { last } from "./column-facts.ts";
import { pickRows } from "./pick-rows.ts";
import { pictureOf } from "./picture-of.ts";
import { swatch } from "./swatch.ts";

/** A chart over time: a legend with the values at the end, which shows and hides lines, the canvas's box, and its numbers. */
export function chartFigure({ id, heading, sentence, width, lines, more = [], time }: Chart): Markup {
  const keys = lines.map(
    ({ tone, label, unit, values, weight }) =>
      markup`<li><button type="button" class="key t-${tone}" aria-pressed="true" title="Show or hide this line">${swatch(tone, weight ?? "thin")}${label} <output class="value">${unitText(last(values), unit)}</output></button></li>`,
  );
  const columns = [...lines, ...more];
  const rows = pickRows(time).map((row) => [
    readableTime(time[row] ?? 0),
    ...columns.map((column) => unitText(column.values[row] ?? Number.NaN, column.unit)),
  ]);
  return chartFrame({
    id,
    heading,
    sentence,
    width,
    legend: markup`<ul class="legend" aria-label="Lines of ${heading}, with their values at the time cursor">${keys}</ul>\n`,
    picture: markup`<div class="plot" ${pictureOf(id)}></div>`,
    table: tableMarkup({ caption: `${heading}, as a table`, head: ["UTC", ...columns.map(({ label }) => label)], rows }),
  });
}
