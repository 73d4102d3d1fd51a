import type { Chunk } from "../plan/plan.ts";
import { decodePart, type DecodedPart } from "./decode-part.ts";
import { hashOfValues } from "./encode-part.ts";

/** A part that is whole and belongs here, or what is wrong with it in a few words. */
export type CheckedPart = { readonly part: DecodedPart } | { readonly fault: string };

/**
 * Looks through a stored part.
 *
 * @param digest of the sweep's manifest
 * @param cells of the plan
 */
export async function checkPart(bytes: Uint8Array, digest: string, chunk: Chunk, cells: number): Promise<CheckedPart> {
  let part: DecodedPart;
  try {
    part = await decodePart(bytes);
  } catch {
    return { fault: "is cut off or no Parquet file of ours" };
  }
  if (part.sweep !== digest) return { fault: "belongs to another sweep" };
  if (part.chunk !== String(chunk.index)) return { fault: `holds chunk ${part.chunk || "of no number"}` };
  if (part.rows !== (chunk.to - chunk.from) * cells) return { fault: `has ${part.rows} rows` };
  if (hashOfValues(part.columns) !== part.values) return { fault: "has numbers that are not those it was written with" };
  return { part };
}
