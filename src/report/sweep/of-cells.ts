import { decimal } from "../number-format.ts";

/** So many of all cells, in words where it is none or all. */
export function ofCells(count: number, all: number): string {
  if (count === 0) return `in none of ${decimal(all)} cells`;
  return count === all ? `in all ${decimal(all)} cells` : `in ${decimal(count)} of ${decimal(all)} cells`;
}
