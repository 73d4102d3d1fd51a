import type { Claim } from "./claim.ts";
import { isWithin } from "./is-within.ts";
import type { Judgement } from "./judgement.ts";

/**
 * The length, in blocks, of the shortest run that would have failed by what the result says of the way: cut at the first block at which the measure was beyond
 * the limit, or at the first from which on it stayed there, as the claim wants it. Null where it held at the end, and where the result does not say.
 */
export function failingFrom(claim: Claim, { run, broken }: Judgement): number | null {
  if (broken !== null) return broken.block;
  const course = claim.course(run);
  if (course === null) return null;
  const fails = course.map((value) => !isWithin(claim, value));
  if (fails.at(-1) !== true) return null;
  // A run has one block at least.
  const row = claim.cut === "last" ? Math.max(1, fails.lastIndexOf(false) + 1) : fails.indexOf(true, 1);
  return row < 1 || row >= fails.length ? null : row;
}
