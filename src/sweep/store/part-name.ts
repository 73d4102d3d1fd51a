/** The folder of parts within a sweep's. */
export const PARTS_FOLDER = "parts";

/** File name of a chunk's part. */
export function partName(chunk: number): string {
  return `part-${String(chunk).padStart(7, "0")}.parquet`;
}

/** The chunk that a file name stands for, or null. */
export function chunkOf(name: string): number | null {
  const found = /^part-(\d{7,})\.parquet$/.exec(name);
  const chunk = Number(found?.[1] ?? NaN);
  return Number.isSafeInteger(chunk) && partName(chunk) === name ? chunk : null;
}
