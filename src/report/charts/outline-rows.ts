/** Rows of a column that keep its outline: of each of so many stretches the lowest and the highest, in their order. */
export function outlineRows(values: readonly number[], stretches: number): readonly number[] {
  const size = Math.max(1, Math.ceil(values.length / stretches));
  const rows: number[] = [];
  for (let from = 0; from < values.length; from += size) {
    const to = Math.min(values.length, from + size);
    let [low, high] = [from, from];
    for (let row = from; row < to; row += 1) {
      if ((values[row] ?? 0) < (values[low] ?? 0)) low = row;
      if ((values[row] ?? 0) > (values[high] ?? 0)) high = row;
    }
    rows.push(...(low === high ? [low] : [Math.min(low, high), Math.max(low, high)]));
  }
  return rows;
}
