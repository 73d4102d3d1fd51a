type Columns<C> = { readonly [Name in keyof C]: readonly unknown[] };

/** One row of a table that is kept by column. */
export type RowOf<C extends Columns<C>> = { readonly [Name in keyof C]: C[Name][number] };

/** A table that is kept by column, as rows; columns have the same length. */
export function rowsOf<C extends Columns<C>>(columns: C): readonly RowOf<C>[] {
  const table = Object.entries<readonly unknown[]>(columns);
  const length = table[0]?.[1].length ?? 0;
  return Array.from({ length }, (_, row) => Object.fromEntries(table.map(([name, column]) => [name, column[row]])) as RowOf<C>);
}
