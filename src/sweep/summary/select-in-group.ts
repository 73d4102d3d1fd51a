import { CrashError } from "../../core/errors.ts";
import type { Batches } from "./batches.ts";
import { CoarseFilter } from "./coarse-filter.ts";
import { planSieves } from "./plan-sieves.ts";
import type { RankInterval } from "./rank-interval.ts";
import { ValueBlock } from "./value-block.ts";

/** Values that are looked at together: they stay in the processor's nearest memory. */
const BLOCK = 2_048;

/** A column whose ranks are looked for. */
export interface SoughtColumn {
  /** Its place in the batches. */
  readonly column: number;
  readonly wanted: readonly number[];
  /** Where the value at each of them is written. */
  readonly found: Float64Array;
  /** From its least value to its greatest. */
  readonly whole: RankInterval;
}

/**
 * Selects ranks of some columns, side by side: pass by pass the intervals in which they lie become narrower, until their values fit into memory or are
 * all the same.
 *
 * @param memory for all columns, in equal shares of at least 8 bytes for each wanted rank; it is overwritten
 * @param mostBuckets that an interval is cut into, at least 2
 * @throws CrashError `SWEEP_VALUES_CHANGED` if a pass gives other values than the one before it
 */
export async function selectInGroup(
  batches: Batches,
  sought: readonly SoughtColumn[],
  memory: ArrayBuffer,
  mostBuckets: number,
): Promise<void> {
  const block = new ValueBlock(BLOCK);
  let open = sought.map((column) => ({ column, intervals: [column.whole] as readonly RankInterval[] }));
  while (open.length > 0) {
    const share = Math.floor(memory.byteLength / open.length / 8) * 8;
    const columns = open.map(({ column, intervals }, i) => ({
      column,
      filter: new CoarseFilter(intervals),
      sieves: planSieves(intervals, new Uint8Array(memory, i * share, share), mostBuckets),
    }));
    for await (const batch of batches()) {
      for (const { column, filter, sieves } of columns) {
        const values = batch[column.column]!;
        for (let from = 0; from < values.length; from += BLOCK) {
          block.count = filter.copy(values.subarray(from, from + BLOCK), block.values);
          for (const sieve of sieves) sieve.add(block);
        }
      }
    }
    open = columns.flatMap(({ column, sieves }) => {
      const intervals = sieves.flatMap((sieve) => {
        checkSeen(column.column, sieve.seen, sieve.interval.count);
        return sieve.settle(column.wanted, column.found);
      });
      return intervals.length > 0 ? [{ column, intervals }] : [];
    });
  }
}

function checkSeen(column: number, seen: number, count: number): void {
  if (seen === count) return;
  throw new CrashError("SWEEP_VALUES_CHANGED", `column ${column} has ${seen} values where the pass before counted ${count}`);
}
