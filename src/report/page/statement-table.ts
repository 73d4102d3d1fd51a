import { factsList } from "./facts-list.ts";
import { folded } from "./folded.ts";
import { markup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import { scrollTable } from "./scroll-table.ts";
import type { Tone } from "./tone.ts";

interface StatementContent {
  /** Unique on the page. */
  readonly caption: string;
  readonly books: readonly { readonly title: string; readonly tone: Tone }[];
  readonly rows: readonly {
    /** Class of the row: a line, a total, or what stands behind it. */
    readonly kind: string;
    readonly label: string;
    /** What the line is, for who has never heard of it. */
    readonly meaning: string;
    /** One a book. */
    readonly cells: readonly (Markup | string)[];
  }[];
}

/** A statement, a column a book and a row a line, and below it what its lines mean. */
export function statementTable({ caption, books, rows }: StatementContent): Markup {
  const heads = books.map(({ title, tone }) => markup`<th scope="col" class="t-${tone}">${title}</th>`);
  const lines = rows.map(
    ({ kind, label, cells }) =>
      markup`<tr class="${kind}"><th scope="row">${label}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`,
  );
  const content = markup`<thead><tr><td></td>${heads}</tr></thead><tbody>\n${lines}</tbody>`;
  const meanings = factsList(rows.map(({ label, meaning }) => [label, meaning] as const));
  return markup`${scrollTable(caption, "statement", content)}${folded("What the lines mean", meanings)}`;
}
