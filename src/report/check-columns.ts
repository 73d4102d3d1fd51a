import { CrashError } from "../core/errors.ts";

/** @throws CrashError `RESULT_RAGGED` for a table with columns of different lengths */
export function checkColumns(table: string, columns: Readonly<Record<string, readonly unknown[]>>): void {
  const lengths = Object.entries(columns).map(([name, column]) => [name, column.length] as const);
  const [first] = lengths;
  const odd = lengths.find(([, length]) => length !== first?.[1]);
  if (first !== undefined && odd !== undefined) {
    throw new CrashError("RESULT_RAGGED", `${table}.${odd[0]} has ${odd[1]} rows where ${table}.${first[0]} has ${first[1]}`);
  }
}
