import { parquetMetadata, parquetRead } from "hyparquet";
import type { WalkedChunk } from "../chunks/walk-chunk.ts";
import { PART_KEYS } from "./encode-part.ts";

/** What a part says of itself, and what was measured. */
export interface DecodedPart {
  /** Of the sweep's manifest; empty where the file says nothing. */
  readonly sweep: string;
  readonly chunk: string;
  /** As `hashOfValues` made it. */
  readonly values: string;
  readonly rows: number;
  readonly columns: WalkedChunk;
}

/**
 * Reads a part back; null is NaN.
 *
 * @param names of the measured columns
 * @param room arrays for the columns, at least as long as the part where there are any; new ones when absent
 * @throws Error, of whatever kind, for bytes that are no Parquet file or lack a column
 */
export async function decodePart(bytes: Uint8Array, names: readonly string[], room: readonly Float64Array[] = []): Promise<DecodedPart> {
  const buffer = wholeBuffer(bytes);
  const metadata = parquetMetadata(buffer);
  const said = (key: string): string => metadata.key_value_metadata?.find((each) => each.key === key)?.value ?? "";
  const rows = Number(metadata.num_rows);
  const found = new Map(names.map((name, i) => [name, columnOf(room[i], rows)]));
  const missing = new Set(names);
  await parquetRead({
    file: { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) },
    metadata,
    columns: [...names],
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = found.get(columnName);
      const read = columnData as ArrayLike<number | null>;
      if (column !== undefined) for (let i = 0; i < read.length; i += 1) column[rowStart + i] = read[i] ?? NaN;
      missing.delete(columnName);
    },
  });
  if (rows > 0 && missing.size > 0) throw new Error(`no column ${[...missing].join(", ")}`);
  return {
    sweep: said(PART_KEYS.sweep),
    chunk: said(PART_KEYS.chunk),
    values: said(PART_KEYS.values),
    rows,
    columns: [...found.values()],
  };
}

function columnOf(room: Float64Array | undefined, rows: number): Float64Array {
  return room === undefined || room.length < rows ? new Float64Array(rows) : room.subarray(0, rows);
}

/** The bytes as a buffer of their own: theirs where they have one, else a copy. */
function wholeBuffer({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) return buffer;
  return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
}
