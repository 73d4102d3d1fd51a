import type { SweepBook, SweepCell, SweepSummary } from "../../core/sweep-summary.ts";
import { chartFrame } from "../charts/chart-frame.ts";
import { decimal } from "../number-format.ts";
import { markup } from "../page/markup.ts";
import type { Markup } from "../page/markup.ts";
import { bookTone } from "../page/book-tone.ts";
import { cellLabel } from "./cell-label.ts";
import { figureText } from "./figure-text.ts";
import { fittingDigits } from "./fitting-digits.ts";
import { gridTable } from "../page/grid-table.ts";
import { sharePercent } from "./share-percent.ts";
import { spreadPicture } from "./spread-picture.ts";

/** Quantiles that are marked, where the summary has them, and what their marks look like. */
const MARKED: readonly (readonly [probability: number, look: string])[] = [
  [0.05, "dashed"],
  [0.01, "dotted"],
];

interface SpreadContent {
  /** Unique on the page, in kebab-case. */
  readonly id: string;
  readonly heading: string;
  readonly books: readonly SweepBook[];
  readonly cell: SweepCell;
}

/** How the totals of some books of a cell are spread over paths: a picture, what is marked in it as a table, and all its numbers. */
export function spreadFigure(summary: SweepSummary, { id, heading, books, cell }: SpreadContent): Markup {
  const percent = 100 / cell.startCapital;
  const marked = MARKED.filter(([probability]) => summary.probabilities.includes(probability));
  const marksOf = ({ measures }: SweepBook) => [
    { look: "solid", value: measures.total.mean },
    ...marked.map(([probability, look]) => ({
      look,
      value: measures.total.quantiles[summary.probabilities.indexOf(probability)] ?? Number.NaN,
    })),
  ];
  const bands = books.map((book) => ({
    title: book.title,
    tone: bookTone[book.book],
    histogram: book.histogram,
    marks: marksOf(book),
  }));
  const digits = fittingDigits(
    books.map(({ measures }) => (measures.total.standardError ?? 0) * percent),
    2,
    3,
  );
  const keys = [
    ["mean", "solid"] as const,
    ...marked.map(([probability, look]) => [`${sharePercent(probability)} quantile`, look] as const),
  ];
  const marks = gridTable({
    caption: `${heading}, what is marked: ${cellLabel(summary, cell)}`,
    kind: "marks",
    heads: [
      [
        { text: "total, %" },
        ...keys.map(([text, look]) => ({ text: markup`<span class="mark ${look}"></span>${text}` })),
        { text: "deviation" },
      ],
    ],
    groups: [
      {
        rows: books.map((book) => {
          const { deviation } = book.measures.total;
          return [
            markup`<span class="t-${bookTone[book.book]}">${book.title}</span>`,
            ...marksOf(book).map(({ value }) => figureText(value * percent, digits, "+")),
            figureText(deviation === null ? null : deviation * percent, digits),
          ];
        }),
      },
    ],
    rowHeads: 1,
  });
  const means = books.map(({ title, measures }) => `${title} ${figureText(measures.total.mean * percent, digits, "+")} %`);
  return chartFrame({
    id,
    heading,
    sentence: `Totals over ${decimal(summary.paths)} ${summary.paths === 1 ? "path" : "paths"}, in percent of the start capital, one book above the other. On average: ${means.join(", ")}.`,
    width: "half",
    picture: spreadPicture(bands, percent, summary.paths, id),
    marks,
    table: binTable(`${heading}: ${cellLabel(summary, cell)}`, books, percent),
  });
}

/** Paths in each bin, empty bins left out. */
function binTable(heading: string, books: readonly SweepBook[], percent: number): Markup {
  const { from = 0, to = 0, counts = [] } = books[0]?.histogram ?? {};
  const width = (to - from) / Math.max(1, counts.length);
  const digits = fittingDigits([width * percent], 2, 6);
  const edge = (bin: number): string => figureText((from + bin * width) * percent, digits);
  const tally = (count: number): string => (count === 0 ? "–" : figureText(count, 0));
  const rows = counts.map((_, bin) => ({
    name: `${edge(bin)} to ${edge(bin + 1)} %`,
    of: books.map((book) => book.histogram.counts[bin] ?? 0),
  }));
  const all = [
    { name: `below ${edge(0)} %`, of: books.map((book) => book.histogram.below) },
    ...rows,
    { name: `above ${edge(counts.length)} %`, of: books.map((book) => book.histogram.above) },
  ];
  return gridTable({
    caption: `${heading}, paths by total in percent of the start capital`,
    kind: "bins",
    heads: [[{ text: "paths with a total of" }, ...books.map((book) => ({ text: book.title, tone: `t-${bookTone[book.book]}` }))]],
    groups: [{ rows: all.filter(({ of }) => of.some((count) => count > 0)).map(({ name, of }) => [name, ...of.map(tally)]) }],
    rowHeads: 1,
  });
}
