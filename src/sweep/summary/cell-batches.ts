import type { LineName } from "../../core/line-name.ts";
import type { SweptBook } from "../../core/result.ts";
import { LINE_NAMES } from "../../ledger/books/lines.ts";
import { MEASURED_COLUMNS } from "../chunks/part-columns.ts";
import type { WalkedChunk } from "../chunks/walk-chunk.ts";
import { kernelColumn } from "../kernel/kernel-columns.ts";
import type { Batches } from "./batches.ts";

/** Reads every part's measured columns, from the first part on. */
export type ReadParts = () => AsyncIterable<{ readonly columns: WalkedChunk }>;

/** What two books are compared on. */
export const COMPARED = [...LINE_NAMES, "total"] as const satisfies readonly (LineName | "total")[];

/** Every two books: of liquidity and of options the later less the earlier, and each of liquidity less each of options. */
export const BOOK_PAIRS: readonly { readonly book: SweptBook; readonly minus: SweptBook }[] = [
  { book: "lp", minus: "hold" },
  { book: "hedged-lp", minus: "hold" },
  { book: "hedged-lp", minus: "lp" },
  { book: "hedged-lp", minus: "option-twin" },
  { book: "hedged-lp", minus: "short-straddle" },
  { book: "lp", minus: "option-twin" },
  { book: "lp", minus: "short-straddle" },
  { book: "hold", minus: "option-twin" },
  { book: "hold", minus: "short-straddle" },
  { book: "short-straddle", minus: "option-twin" },
];

/** Every measured column of every cell, cell by cell; a batch a part. */
export function measuredBatches(parts: ReadParts, cells: number): Batches {
  return async function* () {
    for await (const { columns } of parts()) {
      const count = columns[0]!.length / cells;
      yield Array.from({ length: cells * MEASURED_COLUMNS.length }, (_, i) => {
        const cell = Math.floor(i / MEASURED_COLUMNS.length);
        return columns[i % MEASURED_COLUMNS.length]!.subarray(cell * count, (cell + 1) * count);
      });
    }
  };
}

/** One book less another on the same path, for every pair and line of every cell, cell by cell; a batch a part. */
export function differenceBatches(parts: ReadParts, cells: number): Batches {
  const pairs = BOOK_PAIRS.flatMap(({ book, minus }) =>
    COMPARED.map((line) => [kernelColumn(book, line), kernelColumn(minus, line)] as const),
  );
  return async function* () {
    let room: Float64Array[] = [];
    for await (const { columns } of parts()) {
      const count = columns[0]!.length / cells;
      if (count > (room[0]?.length ?? 0)) room = Array.from({ length: cells * pairs.length }, () => new Float64Array(count));
      yield room.map((values, i) => {
        const [left, right] = pairs[i % pairs.length]!;
        const from = Math.floor(i / pairs.length) * count;
        for (let path = 0; path < count; path += 1) values[path] = columns[left]![from + path]! - columns[right]![from + path]!;
        return values.length === count ? values : values.subarray(0, count);
      });
    }
  };
}
