import type { SettingValue, SweepSummary } from "../../core/sweep-summary.ts";
import { markup, trusted } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { scrollTable } from "../page/scroll-table.ts";
import { keyMarkup } from "./key-markup.ts";

/**
 * A heat map as a table: the first axis down and the second across, or a single axis across.
 *
 * @param label the further axes' values, after a comma; empty where there are none
 * @param cells as many as the two axes have pairs of values, row by row
 */
export function heatTable(axes: SweepSummary["axes"], caption: string, label: string, cells: readonly Markup[]): Markup {
  const [down, across] = axes.length > 1 ? axes : [undefined, axes[0]];
  const columns = across?.values ?? [];
  const heads = columns.map((value) => markup`<th scope="col"${longClass(value)}>${String(value)}</th>`);
  const corner = down === undefined ? "" : markup`<th scope="col" rowspan="2" class="corner">${keyMarkup(down.key)}</th>`;
  const rows = (down?.values ?? [null]).map((value, row) => {
    const own = cells.slice(row * columns.length, (row + 1) * columns.length);
    return markup`<tr>${value === null ? "" : markup`<th scope="row"${longClass(value)}>${String(value)}</th>`}${own}</tr>\n`;
  });
  const above = label === "" ? "" : markup`<p class="map">${label.slice(2)}</p>`;
  const content = markup`<thead><tr>${corner}<th scope="colgroup" colspan="${columns.length}" class="across"><span>${across?.key ?? ""}</span></th></tr><tr>${heads}</tr></thead><tbody>
${rows}</tbody>`;
  return markup`${above}${scrollTable(caption, "", content)}`;
}

/** Values that are too long for one line of a narrow column. */
function longClass(value: SettingValue): Markup {
  return markup`${trusted(String(value).length > 16 ? ' class="long"' : "")}`;
}
