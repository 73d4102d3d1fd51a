import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { scrollTable } from "./scroll-table.ts";

/** A table cell: plain text, or markup. */
type Cell = string | Markup;

interface TableContent {
  /** Unique on the page. */
  readonly caption: string;
  readonly head: readonly Cell[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Cell[])[];
  /** How many columns from the left are text and stand left; 1 when absent. */
  readonly labels?: number;
  /** Whether the last row is the sum of those above. */
  readonly hasSum?: boolean;
}

/** A table with one row of heads. */
export function tableMarkup({ caption, head, rows, labels = 1, hasSum = false }: TableContent): Markup {
  const kind = (column: number): string => (column < labels ? "text" : "number");
  const heads = head.map((cell, column) => markup`<th scope="col" class="${kind(column)}">${cell}</th>`);
  const lines = rows.map(([name = "", ...cells], row) => {
    const total = hasSum && row === rows.length - 1 ? markup` class="total"` : "";
    return markup`<tr${total}><th scope="row">${name}</th>${cells.map((cell, column) => markup`<td class="${kind(column + 1)}">${cell}</td>`)}</tr>\n`;
  });
  return scrollTable(caption, "", markup`<thead><tr>${heads}</tr></thead><tbody>\n${lines}</tbody>`);
}
