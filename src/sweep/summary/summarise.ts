import type { SweptBook } from "../../core/result.ts";
import type { Spread, SweepBook, SweepCell, SweepDifference, SweepSummary } from "../../core/sweep-summary.ts";
import { BLOCKS_COLUMN, LOG_RETURN_COLUMN, MEASURED_COLUMNS, START_CAPITAL_COLUMN } from "../chunks/part-columns.ts";
import { KERNEL_BOOKS, KERNEL_MEASURES, kernelColumn, SWAPS_COLUMN } from "../kernel/kernel-columns.ts";
import type { SweepPlan } from "../plan/plan.ts";
import { BOOK_TITLES } from "./book-titles.ts";
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
  const batches = measuredBatches(parts, cells.length);
  const columns = cells.length * MEASURED_COLUMNS.length;
  const budget = MEMORY + cells.length * MEMORY_A_CELL;
  const spreads = await describeColumns(batches, columns, { limits: { budget } });
  const differences = await estimateColumns(differenceBatches(parts, cells.length), cells.length * BOOK_PAIRS.length * COMPARED.length);

  /** What every book starts with, on every path of a cell. */
  const capitalOf = (cell: number): number => spreads[cell * MEASURED_COLUMNS.length + START_CAPITAL_COLUMN]!.least;
  const totals = cells.flatMap((_, index) =>
    KERNEL_BOOKS.map((book) => {
      const column = index * MEASURED_COLUMNS.length + kernelColumn(book, "total");
      return { book, column, capital: capitalOf(index), spread: spreads[column]! };
    }),
  );
  const wanted = totals.map(({ book, column, capital }) => {
    const { from, to } = histogramRange(book, totals, PROBABILITIES);
    return { column, from: from * capital, to: to * capital, bins: HISTOGRAM_BINS };
  });
  const histograms = await countInto(batches, wanted);

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
      const spread = (column: number): Spread => spreads[index * MEASURED_COLUMNS.length + column]!;
      const measuresOf = (book: SweptBook): SweepBook["measures"] =>
        Object.fromEntries(KERNEL_MEASURES.map((measure) => [measure, spread(kernelColumn(book, measure))])) as SweepBook["measures"];
      return {
        at: cell.at,
        startCapital: capitalOf(index),
        books: KERNEL_BOOKS.map((book, i) => ({
          book,
          title: BOOK_TITLES[book],
          measures: measuresOf(book),
          histogram: histograms[index * KERNEL_BOOKS.length + i]!,
        })),
        differences: BOOK_PAIRS.map(({ book, minus }, pair): SweepDifference => {
          const first = (index * BOOK_PAIRS.length + pair) * COMPARED.length;
          const lines = COMPARED.map((line, i) => [line, differences[first + i]!]);
          return { book, minus, lines: Object.fromEntries(lines) as SweepDifference["lines"] };
        }),
        logReturn: spread(LOG_RETURN_COLUMN),
        swaps: spread(SWAPS_COLUMN),
        blocks: spread(BLOCKS_COLUMN),
      };
    }),
  };
}
