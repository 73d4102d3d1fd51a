import type { LineName } from "../../core/line-name.ts";
import type { BookName } from "../../core/result.ts";
import { LINE_NAMES } from "../../ledger/books/lines.ts";
import type { WalkedChunk } from "../chunks/walk-chunk.ts";
import type { Batches } from "./batches.ts";

/** Reads every part's measured columns, from the first part on. */
export type ReadParts = () => AsyncIterable<{ readonly columns: WalkedChunk }>;

/** What two books are compared on. */
export const COMPARED = [...LINE_NAMES, "total"] as const satisfies readonly (LineName | "total")[];

/** Every two books: of liquidity and of options the later less the earlier, each of liquidity less each of options, and the insurer less each other. */
export const BOOK_PAIRS: readonly { readonly book: BookName; readonly minus: BookName }[] = [
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
  { book: "hedged-lp", minus: "desk" },
  { book: "lp", minus: "desk" },
  { book: "hold", minus: "desk" },
  { book: "desk", minus: "option-twin" },
  { book: "desk", minus: "short-straddle" },
  { book: "insurer", minus: "hold" },
  { book: "insurer", minus: "lp" },
  { book: "insurer", minus: "hedged-lp" },
  { book: "insurer", minus: "option-twin" },
  { book: "insurer", minus: "short-straddle" },
  { book: "insurer", minus: "desk" },
];

/** A column of a part in the rows of one cell. */
export interface CellColumn {
  readonly cell: number;
  readonly column: number;
}

/** A batch a part: these columns of these cells. */
export function measuredBatches(parts: ReadParts, cells: number, wanted: readonly CellColumn[]): Batches {
  return async function* () {
    for await (const { columns } of parts()) {
      const count = columns[0]!.length / cells;
      yield wanted.map(({ cell, column }) => columns[column]!.subarray(cell * count, (cell + 1) * count));
    }
  };
}

/** A batch a part: one column less another on the same path, for each such pair. */
export function differenceBatches(parts: ReadParts, cells: number, pairs: readonly (CellColumn & { readonly minus: number })[]): Batches {
  return async function* () {
    let room: Float64Array[] = [];
    for await (const { columns } of parts()) {
      const count = columns[0]!.length / cells;
      if (count > (room[0]?.length ?? 0)) room = pairs.map(() => new Float64Array(count));
      yield room.map((values, i) => {
        const { cell, column, minus } = pairs[i]!;
        const from = cell * count;
        for (let path = 0; path < count; path += 1) values[path] = columns[column]![from + path]! - columns[minus]![from + path]!;
        return values.length === count ? values : values.subarray(0, count);
      });
    }
  };
}
