/** One number less another; null where one of them is not known. */
export function knownDifference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}
