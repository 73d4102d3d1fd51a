import type { Batches } from "./batches.ts";
import type { Moments } from "./moments.ts";
import { selectInGroup, type SoughtColumn } from "./select-in-group.ts";
import { SELECTION_LIMITS, type SelectionLimits } from "./selection-limits.ts";

const VALUE_BYTES = 8;
/** Passes of a selection that does not keep all values at once, as a rule. */
const USUAL_PASSES = 3;

/**
 * Exact order statistics of columns that are too long to be held, by radix selection on the bits of doubles, in an order that is that of the numbers
 * (Knuth, The Art of Computer Programming, volume 3, section 5.2.5, on the radix; the counting passes are those of Munro and Paterson 1980, Selection
 * and sorting with limited storage). Columns for which there is no room beside others are worked off after them. Both zeros count as 0.
 *
 * @param moments of the same batches
 * @param wanted for each column ranks in rising order, 0 for the least value; each from 0 to one less than the count
 * @returns for each column the values at its ranks
 * @throws RangeError for a rank outside, for ranks that fall, and for ranks of more or fewer columns; CrashError `SWEEP_VALUES_CHANGED` if the batches change from pass to pass
 */
export async function selectRanks(
  batches: Batches,
  { count, least, greatest }: Pick<Moments, "count" | "least" | "greatest">,
  wanted: readonly (readonly number[])[],
  limits: Partial<SelectionLimits> = {},
): Promise<readonly Float64Array[]> {
  const { budget, columnBytes, buckets } = { ...SELECTION_LIMITS, ...limits };
  if (wanted.length !== least.length) throw new RangeError(`ranks of ${wanted.length} columns, where there are ${least.length}`);
  if (!(buckets >= 2)) throw new RangeError(`${buckets} buckets do not narrow an interval`);
  const results = wanted.map((ranks, column) => new Float64Array(ranks.length).fill(least[column]!));
  const sought = wanted.flatMap((ranks, column): readonly SoughtColumn[] => {
    checkRanks(ranks, count, column);
    const [low, high] = [least[column]!, greatest[column]!];
    if (low === high || ranks.length === 0) return [];
    return [{ column, wanted: ranks, found: results[column]!, whole: { low, high, before: 0, count, first: 0, end: ranks.length } }];
  });
  if (sought.length === 0) return results;

  const size = groupSize(sought.length, count * VALUE_BYTES, budget, columnBytes);
  const memory = new ArrayBuffer(memoryFor(sought, size, budget));
  for (let from = 0; from < sought.length; from += size) {
    await selectInGroup(batches, sought.slice(from, from + size), memory, buckets);
  }
  return results;
}

/**
 * Columns that are worked off together, in equal groups, so that there are few passes: as many as all their values are kept of at once, or as many as
 * have the bytes that each must have.
 */
function groupSize(columns: number, allBytes: number, budget: number, columnBytes: number): number {
  const atOnce = Math.floor(budget / allBytes);
  const inPasses = Math.max(Math.floor(budget / columnBytes), 1);
  const groups = (size: number): number => Math.ceil(columns / size);
  const size = atOnce >= 1 && groups(atOnce) <= USUAL_PASSES * groups(inPasses) ? atOnce : inPasses;
  return Math.ceil(columns / groups(size));
}

/** Bytes for a group: no more than the budget, no more than keeps all values, and 8 for each rank at the least. */
function memoryFor(sought: readonly SoughtColumn[], columns: number, budget: number): number {
  const ranks = sought.reduce((most, { wanted }) => Math.max(most, wanted.length), 0);
  const share = Math.min(Math.floor(budget / columns / VALUE_BYTES), sought[0]!.whole.count);
  return columns * VALUE_BYTES * Math.max(share, ranks);
}

function checkRanks(ranks: readonly number[], count: number, column: number): void {
  for (const [i, rank] of ranks.entries()) {
    if (!Number.isInteger(rank) || rank < 0 || rank >= count || rank < (ranks[i - 1] ?? 0)) {
      throw new RangeError(`column ${column} has no rank ${rank} at place ${i}: they rise from 0 to ${count - 1}`);
    }
  }
}
