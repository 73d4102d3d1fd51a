import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";

/** A table cell: plain text, or markup. */
type Cell = string | Markup;

interface TableContent {
  /** Read out before the table. */
  readonly caption: string;
  readonly head: readonly Cell[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many columns from the left are text and stand left; 1 when absent. */
  readonly textColumns?: number;
}

/** A table that scrolls sideways by itself where it is wider than the page. */
export function tableMarkup(content: TableContent): Markup {
  const kind = (column: number): string => (column < (content.textColumns ?? 1) ? "text" : "number");
  const head = content.head.map((cell, column) => markup`<th scope="col" class="${kind(column)}">${cell}</th>`);
  const rows = content.rows.map((row) => {
    const [name, ...cells] = row;
    return markup`<tr><th scope="row">${name ?? ""}</th>${cells.map((cell, column) => markup`<td class="${kind(column + 1)}">${cell}</td>`)}</tr>\n`;
  });
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${content.caption}"><table><caption class="unseen">${content.caption}</caption>
<thead><tr>${head}</tr></thead><tbody>
${rows}</tbody></table></div>`;
}
