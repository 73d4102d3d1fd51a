import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { decimal } from "../number-format.ts";
import { pickRows } from "../pick-rows.ts";
import { tableMarkup } from "../table-markup.ts";
import { readableTime } from "../time-format.ts";
import { unitText } from "../unit-text.ts";
import { kindTitle } from "./kind-title.ts";
import { kindTone } from "./kind-tone.ts";
import type { MevBlock } from "./mev-blocks.ts";
import { timelinePicture } from "./timeline-picture.ts";

/** The run block by block as a picture, with a legend, and as a table of stretches of time. */
export function timelineFigure(blocks: readonly MevBlock[], shown: readonly MevBlock[]): Markup {
  const kinds = [...new Set(blocks.flatMap(({ extractions }) => extractions.map(({ kind }) => kind)))].sort();
  const legend = kinds.map((kind) => markup`<li class="t-${kindTone(kind)}"><span class="swatch area"></span> ${kindTitle(kind)}</li>`);
  const sentence =
    "The line is the reference price. Below it stands a bar for each block with extractions, as tall as what they cost others, on a logarithmic scale, in the colour of the dearest. A dot is a block that this page holds: it leads to it, and the same blocks are listed below.";
  const rows = pickRows(blocks.map(({ time }) => time));
  const stretches = rows.map((row, index) => {
    const stretch = blocks.slice(index === 0 ? 0 : (rows[index - 1] ?? 0) + 1, row + 1);
    const found = stretch.flatMap(({ extractions }) => extractions);
    const block = blocks[row];
    return [
      readableTime(block?.time ?? 0),
      unitText(block?.price ?? Number.NaN, "price"),
      decimal(stretch.length),
      decimal(found.length),
      unitText(
        found.reduce((sum, { loss }) => sum + loss, 0),
        "money",
      ),
    ];
  });
  const head = ["until, UTC", "price", "blocks", "extractions", "cost to others"];
  return markup`<figure class="chart full" aria-labelledby="timeline-heading"><figcaption><h3 id="timeline-heading">Extraction over the run</h3><p>${sentence}</p></figcaption>
<ul class="legend">${legend}</ul>
${timelinePicture(blocks, new Set(shown), "The reference price over the run, and below it what the extractions of each block cost others. The table below has the numbers.")}
<details><summary>Numbers</summary>${tableMarkup({ caption: "Extraction over the run, as a table", head, rows: stretches })}</details></figure>
`;
}
