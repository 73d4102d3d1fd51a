import type { PoolOperation } from "./pool-operation.ts";

/**
 * The fewest operations found that still do what the whole sequence does: leaves out halves, quarters and so on down to single operations, until no single one can be left out.
 *
 * @param stillDoes whether what is left does it too; asked a few times the number of operations
 */
export async function shrinkOperations(
  operations: readonly PoolOperation[],
  stillDoes: (operations: readonly PoolOperation[]) => Promise<boolean>,
): Promise<readonly PoolOperation[]> {
  let kept = operations;
  for (let size = Math.ceil(kept.length / 2); size >= 1;) {
    const before = kept.length;
    for (let end = kept.length; end > 0; end -= size) {
      const without = [...kept.slice(0, Math.max(0, end - size)), ...kept.slice(end)];
      if (without.length > 0 && (await stillDoes(without))) kept = without;
    }
    if (size > 1) size = Math.ceil(size / 2);
    else if (kept.length === before) return kept;
  }
  return kept;
}
