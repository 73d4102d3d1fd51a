import type { BookStatement } from "../../core/result.ts";
import { bookTone } from "../page/book-tone.ts";
import { pictureOf } from "../charts/picture-of.ts";
import { lineLabels } from "../line-labels.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { signed } from "../number-format.ts";
import { signedBar } from "../page/signed-bar.ts";

interface Row {
  readonly label: string;
  readonly values: readonly number[];
}

/**
 * The statement as bars: direction and total on one scale, everything else on a finer one, so that what was paid and what was earned can be
 * seen beside a fall that outweighs both.
 */
export function statementPicture(books: readonly BookStatement[]): Markup {
  const digits = books.some((book) => book.startCapital < 10_000) ? 2 : 0;
  const lines = lineLabels.map(([name, label]) => ({ label, values: books.map((book) => book.lines[name]) }));
  const direction: Row[] = [...lines.slice(0, 1), { label: "total", values: books.map((book) => book.total) }];
  const rest: Row[] = [
    ...lines.slice(1).filter((row) => row.values.some((value) => isShown(value, digits))),
    { label: "sum of these", values: books.map((book) => book.total - book.lines.exposure) },
  ];
  const heads = books.map((book) => markup`<div class="head t-${bookTone[book.book]}">${book.title}</div>`);
  return markup`<figure class="picture" id="picture" aria-labelledby="picture-heading"><figcaption><h3 id="picture-heading">The statement as a picture</h3>
<p id="picture-sentence">Bars to the right are gains, to the left losses. The upper two rows share one scale; the rows below share a finer one. The numbers are those of the table above.</p></figcaption>
<div class="bars of-${books.length}" ${pictureOf("picture")} aria-details="statement"><div class="corner"></div>${heads}
${part(direction, books, digits)}<div class="break">What is left without the direction, ${zoom(direction, rest)}</div>
${part(rest, books, digits)}</div></figure>`;
}

function part(rows: readonly Row[], books: readonly BookStatement[], digits: number): Markup[] {
  const largest = largestOf(rows);
  return rows.map(({ label, values }) => {
    const cells = books.map((book, index) => {
      const value = values[index] ?? 0;
      const number = isShown(value, digits) ? signed(value, digits) : "–";
      const tone = bookTone[book.book];
      return markup`<div class="cell t-${tone}"><span class="who">${book.title}</span>${signedBar(value / largest)}<span class="amount">${number}</span></div>`;
    });
    return markup`<div class="line">${label}</div>${cells}\n`;
  });
}

/** Whether a number would read as anything but zero. */
function isShown(value: number, digits: number): boolean {
  return /[1-9]/.test(signed(value, digits));
}

function zoom(coarse: readonly Row[], fine: readonly Row[]): string {
  const ratio = largestOf(coarse) / largestOf(fine);
  return ratio > 1.05 ? `drawn ${ratio.toFixed(ratio < 10 ? 1 : 0)} times larger` : "on its own scale";
}

function largestOf(rows: readonly Row[]): number {
  return Math.max(Number.MIN_VALUE, ...rows.flatMap((row) => row.values.map(Math.abs)));
}
