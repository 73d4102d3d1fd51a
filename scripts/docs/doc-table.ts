import { markup } from "../../src/report/page/markup.ts";
import type { Markup } from "../../src/report/page/markup.ts";
import { scrollTable } from "../../src/report/page/scroll-table.ts";

interface DocTable {
  /** Unique on the page. */
  readonly caption: string;
  /** As words, and as they are shown where that is more. */
  readonly head: readonly { readonly words: string; readonly shown?: Markup; readonly isNumber?: boolean }[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly Markup[])[];
}

/** From so many columns of words on, a row is a card on a narrow screen. */
const WIDE = 3;

/** A table of the site's: each cell knows the words over its column, which stand before it where a row has no room beside others. */
export function docTable({ caption, head, rows }: DocTable): Markup {
  const kind = (column: number): string => (head[column]?.isNumber === true ? "number" : "text");
  const heads = head.map(({ words, shown }, column) => markup`<th scope="col" class="${kind(column)}">${shown ?? words}</th>`);
  const lines = rows.map(([name, ...cells]) => {
    const data = cells.map(
      (cell, column) => markup`<td class="${kind(column + 1)}" data-head="${head[column + 1]?.words ?? ""}">${cell}</td>`,
    );
    return markup`<tr><th scope="row" class="text">${name ?? ""}</th>${data}</tr>\n`;
  });
  const isWords = head.length >= WIDE && head.every(({ isNumber }) => isNumber !== true);
  return scrollTable(caption, isWords ? "cards" : "", markup`<thead><tr>${heads}</tr></thead><tbody>\n${lines}</tbody>`);
}
