import type { Batches } from "../../../src/sweep/summary/batches.ts";

/** A source that counts how often it is read. */
export interface CountedSource {
  readonly batches: Batches;
  readonly reads: () => number;
}

/**
 * Columns held in memory as a source.
 *
 * @param lengths of the batches, 0 too; they repeat until the values are used up, so at least one is positive
 */
export function sourceOf(columns: readonly ArrayLike<number>[], lengths: readonly number[] = [7]): CountedSource {
  const values = columns.map((column) => Float64Array.from(column));
  const count = values[0]?.length ?? 0;
  let reads = 0;
  const batches = async function* (): AsyncGenerator<readonly Float64Array[]> {
    reads += 1;
    for (let [from, i] = [0, 0]; from < count; i += 1) {
      const to = Math.min(from + lengths[i % lengths.length]!, count);
      yield values.map((column) => column.subarray(from, to));
      from = to;
    }
  };
  return { batches, reads: () => reads };
}
