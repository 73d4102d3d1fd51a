/** First number of a column; NaN for an empty one. */
export function first(column: readonly number[]): number {
  return column[0] ?? Number.NaN;
}

/** Last number of a column; NaN for an empty one. */
export function last(column: readonly number[]): number {
  return column.at(-1) ?? Number.NaN;
}

/** Row of the largest number, the first of equals; 0 for an empty column. */
export function rowOfLargest(column: readonly number[]): number {
  return column.reduce((best, value, row) => (value > (column[best] ?? Number.NaN) ? row : best), 0);
}

/** The number in the middle of the sorted column, the upper of two; NaN for an empty one. */
export function middle(column: readonly number[]): number {
  return [...column].sort((a, b) => a - b)[Math.floor(column.length / 2)] ?? Number.NaN;
}
