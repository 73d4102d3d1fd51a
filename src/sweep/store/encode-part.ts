import { createHash } from "node:crypto";
import { ByteWriter, type ColumnSource, parquetWrite } from "hyparquet-writer";
import type { SettingValue } from "../../core/sweep-summary.ts";
import { isCount, measuredColumns } from "../chunks/part-columns.ts";
import { freeBytes } from "./free-bytes.ts";
import type { WalkedChunk } from "../chunks/walk-chunk.ts";
import type { Chunk, SweepPlan } from "../plan/plan.ts";

/** Room for a part from the start: a writer that grows leaves every smaller buffer behind. */
const BYTES_A_NUMBER = 8;
const FOOTER = 64 * 1024;

/** Keys of a part's own metadata. */
export const PART_KEYS = { sweep: "hardhat-crash.sweep", chunk: "hardhat-crash.chunk", values: "hardhat-crash.values" } as const;

/**
 * A chunk as a Parquet file: a row for each cell and path with the path's number, the cell's value on each axis, and what was measured, null where the cell has
 * no such book. Its metadata say which sweep and chunk it is, and the SHA-256 of what was measured. The same chunk gives the same bytes.
 *
 * @param digest of the sweep's manifest
 */
export async function encodePart(plan: SweepPlan, digest: string, chunk: Chunk, columns: WalkedChunk): Promise<Uint8Array> {
  const count = chunk.to - chunk.from;
  const rows = count * plan.cells.length;
  const path = Int32Array.from({ length: rows }, (_, row) => chunk.from + (row % count));
  const axes = plan.axes.map(({ key }, axis): ColumnSource => {
    const values = Array.from({ length: rows }, (_, row) => plan.cells[Math.floor(row / count)]?.at[axis] ?? "");
    return { name: key, data: values, type: typeOf(values[0]), nullable: false };
  });
  const measured = measuredColumns(plan.books).map((name, i): ColumnSource => {
    const data = columns[i] ?? new Float64Array(rows);
    if (data.some(Number.isNaN)) return { name, data: Array.from(data, known), type: isCount(name) ? "INT32" : "DOUBLE", nullable: true };
    if (isCount(name)) return { name, data: Int32Array.from(data), type: "INT32", nullable: false };
    // Numbers of a walk hardly ever repeat; lines that a book does not have are 0 throughout, and the writer's dictionary makes little of them.
    return { name, data, type: "DOUBLE", nullable: false, ...(isConstant(data) ? {} : { encoding: "PLAIN" as const }) };
  });
  const writer = new ByteWriter(BYTES_A_NUMBER * rows * (axes.length + measured.length + 1) + FOOTER);
  await parquetWrite({
    writer,
    columnData: [{ name: "path", data: path, type: "INT32", nullable: false }, ...axes, ...measured],
    codec: "UNCOMPRESSED",
    statistics: false,
    rowGroupSize: rows,
    createdBy: "hardhat-crash",
    kvMetadata: [
      { key: PART_KEYS.sweep, value: digest },
      { key: PART_KEYS.chunk, value: String(chunk.index) },
      { key: PART_KEYS.values, value: hashOfValues(columns) },
    ],
  });
  const bytes = new Uint8Array(writer.getBuffer());
  freeBytes(new Uint8Array(writer.buffer));
  return bytes;
}

/** SHA-256 over the bytes of all measured columns, one after the other. */
export function hashOfValues(columns: WalkedChunk): string {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of columns) hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex");
}

function typeOf(value: SettingValue | undefined): "DOUBLE" | "BOOLEAN" | "STRING" {
  return typeof value === "number" ? "DOUBLE" : typeof value === "boolean" ? "BOOLEAN" : "STRING";
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function isConstant(values: Float64Array): boolean {
  return values.every((value) => value === values[0]);
}
