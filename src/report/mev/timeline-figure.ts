import { chartFrame } from "../charts/chart-frame.ts";
import { pickRows } from "../charts/pick-rows.ts";
import { decimal } from "../number-format.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { tableMarkup } from "../page/table-markup.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { countCell } from "./count-cell.ts";
import { kindDot } from "./kind-dot.ts";
import { kindTitle } from "./kind-title.ts";
import type { MevBlock } from "./mev-blocks.ts";
import { timelinePicture } from "./timeline-picture.ts";

const ID = "timeline";
const HEADING = "Extraction over the run";

/** The run block by block as a picture, with a legend, and as a table of stretches of time. */
export function timelineFigure(blocks: readonly MevBlock[], shown: readonly MevBlock[]): Markup {
  const kinds = [...new Set(blocks.flatMap(({ extractions }) => extractions.map(({ kind }) => kind)))].sort();
  const keys = kinds.map(
    (kind) =>
      markup`<li><svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">${kindDot(kind)}</svg> ${kindTitle(kind)}</li>`,
  );
  return chartFrame({
    id: ID,
    heading: HEADING,
    sentence:
      "The line is the reference price. Below it stands a bar for each block with extractions, as tall as what they cost others, on a logarithmic scale, in the colour of the dearest. A dot, with a shape for each kind, is a block that this page holds: it leads to it, and the same blocks are listed below.",
    width: "full",
    legend: markup`<ul class="legend" aria-label="Kinds of extraction">${keys}</ul>\n`,
    picture: timelinePicture(blocks, new Set(shown), ID),
    table: stretchTable(blocks, kinds),
  });
}

/** What was extracted between whole steps of time, by kind. */
function stretchTable(blocks: readonly MevBlock[], kinds: readonly string[]): Markup {
  const rows = pickRows(blocks.map(({ time }) => time));
  return tableMarkup({
    caption: `${HEADING}, as a table`,
    head: ["until, UTC", "price", "blocks", ...kinds.map(kindTitle), "cost to others"],
    rows: rows.map((row, index) => {
      const stretch = blocks.slice(index === 0 ? 0 : (rows[index - 1] ?? 0) + 1, row + 1);
      const found = stretch.flatMap(({ extractions }) => extractions);
      const cost = found.reduce((sum, { loss }) => sum + loss, 0);
      return [
        readableTime(blocks[row]?.time ?? 0),
        unitText(blocks[row]?.price ?? Number.NaN, "price"),
        decimal(stretch.length),
        ...kinds.map((kind) => countCell(found.filter((each) => each.kind === kind).length)),
        unitText(cost, "money"),
      ];
    }),
  });
}
