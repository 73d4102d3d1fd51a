import type { ComparedSeries } from "../../core/comparison.ts";
import { bookColumn } from "../../core/book-column.ts";
import type { CrashResult } from "../../core/result.ts";
import { traderTitle } from "./trader-title.ts";

/** So many rows are enough for a picture. */
const ROWS = 400;

/** What is drawn of a run: its price, and who bought and sold, each over what a position begins with. */
export function comparedSeries({ series, pool, statement }: CrashResult): ComparedSeries {
  const rows = rowsOf(series.time.length);
  const pick = (column: readonly number[], unit: number): readonly number[] =>
    rows.map((row) => ((column[row] ?? NaN) - (column[0] ?? NaN)) / unit);
  const base = series.reserveBase[0] ?? NaN;
  const books = statement.flatMap(({ book, title }) => {
    const column = bookColumn(series, book, "netBase");
    return column === null ? [] : [{ participant: book, title: traderTitle(book, title), values: pick(column, base * pool.lpShare) }];
  });
  return {
    time: rows.map((row) => series.time[row] ?? NaN),
    price: rows.map((row) => (series.priceE8[row] ?? NaN) / (series.priceE8[0] ?? NaN)),
    flow: [{ participant: "pool", title: "pool", values: pick(series.netBasePool, base) }, ...books],
  };
}

/** Evenly spread, the first and the last among them. */
function rowsOf(count: number): readonly number[] {
  const shown = Math.min(count, ROWS);
  return Array.from({ length: shown }, (_, i) => (shown < 2 ? 0 : Math.round((i * (count - 1)) / (shown - 1))));
}
