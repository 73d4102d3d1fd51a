/** Columns of a table while it grows. */
export type Columns<T> = { -readonly [K in keyof T]: NonNullable<T[K]> extends readonly (infer E)[] ? E[] : never };

/** One row of a table. */
export type Row<T> = { readonly [K in keyof T]: NonNullable<T[K]> extends readonly (infer E)[] ? E : never };

/** Adds a row. */
export function addRow<T extends object>(columns: Columns<T>, row: Row<T>): void {
  for (const name of Object.keys(row) as (keyof T)[]) (columns[name] as unknown[]).push(row[name]);
}
