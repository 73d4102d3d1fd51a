import type { BookName } from "../../core/result.ts";
import type { Spread, SweepBook, SweepCell, SweepDifference, SweepSummary } from "../../core/sweep-summary.ts";
import { measuredColumns } from "../chunks/part-columns.ts";
import { KERNEL_MEASURES } from "../kernel/kernel-columns.ts";
import { booksOf } from "../plan/books-of.ts";
import type { PlanCell, SweepPlan } from "../plan/plan.ts";
import { bookTitle } from "./book-title.ts";
import { BOOK_PAIRS, COMPARED, differenceBatches, measuredBatches, type ReadParts } from "./cell-batches.ts";
import { countInto } from "./count-into.ts";
import { describeColumns } from "./describe-columns.ts";
import { estimateColumns } from "./estimate-columns.ts";
import { HISTOGRAM_BINS, histogramRange } from "./histogram-bins.ts";
import { PROBABILITIES, TAILS } from "./probabilities.ts";

/** Bytes for the values that quantiles are picked from: little beside the rest of the process, and more where cells would otherwise be read in many groups. */
const MEMORY = 24 * 1024 * 1024;
const MEMORY_A_CELL = 256 * 1024;

/**
 * What a sweep says, from its stored parts alone: the same parts give the same summary. Parts are read several times, one at a time, so that memory does not
 * grow with the number of paths.
 */
export async function summarise(plan: SweepPlan, parts: ReadParts): Promise<SweepSummary> {
  const { scenario, engine, seed, paths, axes, settings, cells } = plan;
  const stored = measuredColumns(plan.books);
  const owns = cells.map(ownOf);
  const wanted = owns.flatMap(({ columns }, cell) => columns.map((name) => ({ cell, column: stored.indexOf(name) })));
  const batches = measuredBatches(parts, cells.length, wanted);
  const budget = MEMORY + cells.length * MEMORY_A_CELL;
  const spreads = await describeColumns(batches, wanted.length, { limits: { budget } });
  const pairs = owns.flatMap((own, cell) =>
    own.pairs.flatMap(({ book, minus }) =>
      COMPARED.map((line) => ({ cell, column: stored.indexOf(`${book}.${line}`), minus: stored.indexOf(`${minus}.${line}`) })),
    ),
  );
  const differences = (await estimateColumns(differenceBatches(parts, cells.length, pairs), pairs.length)).values();

  /** Where the columns of each cell begin among those that are wanted. */
  const begins = owns.map((_, cell) => owns.slice(0, cell).reduce((sum, { columns }) => sum + columns.length, 0));
  const placeOf = (cell: number, name: string): number => begins[cell]! + owns[cell]!.columns.indexOf(name);
  const spreadOf = (cell: number, name: string): Spread => spreads[placeOf(cell, name)]!;
  /** What every book starts with, on every path of a cell. */
  const capitalOf = (cell: number): number => spreadOf(cell, "startCapital").least;
  const totals = owns.flatMap(({ books }, cell) =>
    books.map((book) => ({
      book,
      column: placeOf(cell, `${book}.total`),
      capital: capitalOf(cell),
      spread: spreadOf(cell, `${book}.total`),
    })),
  );
  const bins = totals.map(({ book, column, capital }) => {
    const { from, to } = histogramRange(book, totals, PROBABILITIES);
    return { column, from: from * capital, to: to * capital, bins: HISTOGRAM_BINS };
  });
  const histograms = (await countInto(batches, bins)).values();

  return {
    schemaVersion: 1,
    scenario,
    engine,
    seed,
    paths,
    axes,
    settings,
    probabilities: PROBABILITIES,
    tails: TAILS,
    cells: cells.map((cell, index): SweepCell => {
      const measuresOf = (book: BookName): SweepBook["measures"] =>
        Object.fromEntries(KERNEL_MEASURES.map((measure) => [measure, spreadOf(index, `${book}.${measure}`)])) as SweepBook["measures"];
      const own = owns[index]!;
      return {
        at: cell.at,
        startCapital: capitalOf(index),
        books: own.books.map((book) => ({
          book,
          title: bookTitle(book, cell.settings.hedger),
          measures: measuresOf(book),
          histogram: histograms.next().value!,
        })),
        differences: own.pairs.map(({ book, minus }): SweepDifference => {
          const lines = COMPARED.map((line) => [line, differences.next().value!]);
          return { book, minus, lines: Object.fromEntries(lines) as SweepDifference["lines"] };
        }),
        logReturn: spreadOf(index, "logReturn"),
        swaps: spreadOf(index, "pool.swaps"),
        blocks: spreadOf(index, "blocks"),
      };
    }),
  };
}

/** The books of a cell, what is measured of them, and which of them are compared. */
function ownOf({ settings }: PlanCell) {
  const books = booksOf(settings);
  const pairs = BOOK_PAIRS.filter(({ book, minus }) => books.includes(book) && books.includes(minus));
  return { books, columns: measuredColumns(books), pairs };
}
