import { decimal } from "../number-format.ts";

/** How the intervals of a sweep were made, in a few words. */
export function evidenceBasis(paths: number): string {
  return paths < 2 ? "a single path, no interval" : `95 %, Student's t over ${decimal(paths)} paths`;
}
