import { measuredColumns } from "../chunks/part-columns.ts";
import type { Chunk, SweepPlan } from "../plan/plan.ts";
import { decodePart, type DecodedPart } from "./decode-part.ts";
import { hashOfValues } from "./encode-part.ts";

/**
 * What is wrong with a stored part, in a few words, or null where it is whole and belongs here.
 *
 * @param digest of the sweep's manifest
 */
export async function faultOfPart(
  bytes: Uint8Array,
  digest: string,
  chunk: Chunk,
  { books, cells }: Pick<SweepPlan, "books" | "cells">,
): Promise<string | null> {
  let part: DecodedPart;
  try {
    part = await decodePart(bytes, measuredColumns(books));
  } catch {
    return "is cut off or no Parquet file of ours";
  }
  if (part.sweep !== digest) return "belongs to another sweep";
  if (part.chunk !== String(chunk.index)) return `holds chunk ${part.chunk || "of no number"}`;
  if (part.rows !== (chunk.to - chunk.from) * cells.length) return `has ${part.rows} rows`;
  if (hashOfValues(part.columns) !== part.values) return "has numbers that are not those it was written with";
  return null;
}
