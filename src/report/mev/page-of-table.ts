import { markup } from "../markup.ts";
import type { Markup } from "../markup.ts";
import { tableMarkup } from "../table-markup.ts";
import type { MevTable } from "./mev-table.ts";

/** A table on a page. */
export function pageOfTable({ caption, head, labels, rows, hasSum }: MevTable): Markup {
  const table = tableMarkup({ caption, head, rows, textColumns: labels });
  return hasSum === true ? markup`<div class="with-sum">${table}</div>` : table;
}
