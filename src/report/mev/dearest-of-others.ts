import type { PlacedExtraction } from "./worst-extractions.ts";

/** Of each kind that is not among the first so many, the one that comes first. */
export function dearestOfOthers(ranked: readonly PlacedExtraction[], count: number): readonly PlacedExtraction[] {
  const seen = new Set(ranked.slice(0, count).map(({ extraction }) => extraction.kind));
  return ranked.slice(count).filter(({ extraction: { kind } }) => {
    const isNew = !seen.has(kind);
    seen.add(kind);
    return isNew;
  });
}
