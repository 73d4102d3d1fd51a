import { pathStream } from "../../core/path-stream.ts";
import { type PathDrawer, pathDrawer } from "../../scenarios/path-drawer.ts";
import type { Settings } from "../../scenarios/settings.ts";
import { KERNEL_COLUMNS } from "../kernel/kernel-columns.ts";
import type { Chunk, PlanCell, SweepPlan } from "../plan/plan.ts";
import { booksOf } from "../plan/books-of.ts";
import { measuredColumns, PATH_COLUMNS } from "./part-columns.ts";
import type { OpenWalker, PathWalker } from "./path-walker.ts";

/** Lanes of a path's stream: who draws what. */
const TIMES = 0;
const PRICES = 1;

/** Cells on whose paths nothing differs, and how their paths are drawn. */
interface Group {
  readonly draw: PathDrawer;
  readonly cells: readonly { readonly index: number; readonly walk: PathWalker; readonly places: Int32Array }[];
}

/** The measured columns of a chunk. Rows are cell by cell, and within a cell path by path; NaN where a cell has no such book. */
export type WalkedChunk = readonly Float64Array[];

/**
 * Walks paths through all cells of a plan. Every cell meets the same random numbers, and cells that differ in pool or hedge alone the same path.
 *
 * @returns a function of a chunk, one at a time; what it gives depends on plan and chunk alone, and is written again by the next chunk
 */
export function chunkWalker(plan: SweepPlan, open: OpenWalker): (chunk: Chunk) => Promise<WalkedChunk> {
  const names = measuredColumns(plan.books);
  const walked = names.slice(0, -PATH_COLUMNS.length);
  const [blocksAt, returnAt, capitalAt] = PATH_COLUMNS.map((name) => names.indexOf(name));
  const groups = groupsOf(plan, open, walked);
  const out = new Float64Array(KERNEL_COLUMNS.length);
  let columns: readonly Float64Array[] = [];
  return async ({ from, to }) => {
    const count = to - from;
    const rows = count * plan.cells.length;
    if (columns[0]?.length !== rows) columns = names.map(() => new Float64Array(rows));
    for (let path = from; path < to; path += 1) {
      for (const { draw, cells } of groups) {
        const drawn = draw(pathStream(plan.seed, path, TIMES), pathStream(plan.seed, path, PRICES));
        const blocks = drawn.times.length - 1;
        const logReturn = Math.log(drawn.prices[blocks]! / drawn.prices[0]!);
        for (const { index, walk, places } of cells) {
          const capital = walk(path, drawn, out);
          const row = index * count + path - from;
          columns[capitalAt!]![row] = typeof capital === "number" ? capital : await capital;
          // 0 added to a negative zero makes it the other one, from which a part's dictionary does not tell it.
          for (let column = 0; column < places.length; column += 1) {
            const place = places[column]!;
            columns[column]![row] = place < 0 ? NaN : out[place]! + 0;
          }
          columns[blocksAt!]![row] = blocks;
          columns[returnAt!]![row] = logReturn;
        }
      }
    }
    return columns;
  };
}

/** @param names of the columns that a walk fills */
function groupsOf(plan: SweepPlan, open: OpenWalker, names: readonly string[]): readonly Group[] {
  const members = new Map<string, { readonly cell: PlanCell; readonly index: number }[]>();
  plan.cells.forEach((cell, index) => {
    const key = pathKey(cell.settings);
    members.set(key, [...(members.get(key) ?? []), { cell, index }]);
  });
  return [...members.values()].map((each) => ({
    draw: pathDrawer(plan.source, each[0]!.cell.settings, each[0]!.cell.settings.market.intrabarVariance),
    cells: each.map(({ cell, index }) => ({ index, walk: open(plan, cell), places: placesOf(cell, names) })),
  }));
}

/** Where each column's number stands in what a walk gives; −1 where the cell has no such book. */
function placesOf({ settings }: PlanCell, names: readonly string[]): Int32Array {
  const own = new Set(measuredColumns(booksOf(settings)));
  return Int32Array.from(names, (name) => (own.has(name) ? KERNEL_COLUMNS.indexOf(name) : -1));
}

/** What of the settings a path depends on. */
function pathKey({ process, mempool, run, market }: Settings): string {
  return JSON.stringify([process, mempool.blockProcess, mempool.blockSeconds, run.blocks, market.intrabarVariance]);
}
