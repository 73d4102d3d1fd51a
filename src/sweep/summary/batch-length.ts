/**
 * How many values each column has in a batch.
 *
 * @throws RangeError unless there are `columns` arrays of one length
 */
export function batchLength(batch: readonly Float64Array[], columns: number): number {
  if (batch.length !== columns) throw new RangeError(`a batch has ${batch.length} columns, not ${columns}`);
  const length = batch[0]?.length ?? 0;
  const other = batch.findIndex((values) => values.length !== length);
  if (other !== -1) throw new RangeError(`column ${other} has ${batch[other]!.length} values in a batch, and column 0 has ${length}`);
  return length;
}
