import { parseTime } from "../market/parse-time.ts";
import { readData } from "./read-data.ts";

/** Columns of a shipped file by name, as numbers; `time` in unix seconds. */
export function recordedColumns<Name extends string>(name: string, columns: readonly Name[]): Record<Name | "time", readonly number[]> {
  const lines = readData(name)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [header = [], ...rows] = lines.map((line) => line.trim().split(","));
  const read = (column: string): readonly number[] => {
    const index = header.indexOf(column);
    return rows.map((row, i) => {
      const cell = row[index] ?? "";
      const value = column === "time" ? (parseTime(cell)?.seconds ?? NaN) : Number.parseFloat(cell);
      if (!Number.isFinite(value)) throw new Error(`data/${name}, row ${i + 1}: no ${column}`);
      return value;
    });
  };
  return Object.fromEntries([...columns, "time"].map((column) => [column, read(column)])) as unknown as Record<
    Name | "time",
    readonly number[]
  >;
}
