import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { scrollTable } from "./scroll-table.ts";

type Cell = string | Markup;

interface HeadCell {
  readonly text: Cell;
  /** Columns that it stands over; 1 when absent. */
  readonly span?: number;
  /** Classes, such as a book's tone. */
  readonly tone?: string;
}

interface GridContent {
  /** Unique on the page. */
  readonly caption: string;
  /** Class of the table. */
  readonly kind: string;
  /** Rows of heads, from the top. */
  readonly heads: readonly (readonly HeadCell[])[];
  /** Groups of rows; one with a title has it in a row of its own. */
  readonly groups: readonly { readonly title?: HeadCell; readonly rows: readonly (readonly Cell[])[] }[];
  /** So many columns from the left are the heads of their rows. */
  readonly rowHeads: number;
}

/** A table with grouped heads and rows; lean, for pages with many of them. */
export function gridTable({ caption, kind, heads, groups, rowHeads }: GridContent): Markup {
  const headRows = heads.map((row) => {
    let column = 0;
    const cells = row.map(({ text, span = 1, tone = "" }) => {
      const classes = [tone, column < rowHeads ? "text" : ""].filter((each) => each !== "").join(" ");
      column += span;
      const wide = span > 1 ? markup` colspan="${span}"` : "";
      return markup`<th scope="${span > 1 ? "colgroup" : "col"}"${wide}${classes === "" ? "" : markup` class="${classes}"`}>${text}</th>`;
    });
    return markup`<tr>${cells}</tr>\n`;
  });
  const columns = heads.at(-1)?.length ?? 1;
  const bodies = groups.map(({ title, rows }) => {
    const above =
      title === undefined
        ? ""
        : markup`<tr class="group"><th scope="rowgroup" colspan="${columns}" class="text ${title.tone ?? ""}"><span>${title.text}</span></th></tr>\n`;
    const lines = rows.map(
      (row) =>
        markup`<tr>${row.map((cell, column) => (column < rowHeads ? markup`<th scope="row">${cell}</th>` : markup`<td>${cell}</td>`))}</tr>\n`,
    );
    return markup`<tbody>${above}${lines}</tbody>`;
  });
  return scrollTable(caption, `grid ${kind}`, markup`<thead>${headRows}</thead>\n${bodies}`);
}
