import { decimal } from "../number-format.ts";

/** A count as a cell of a table; none as `–`. */
export function countCell(count: number): string {
  return count === 0 ? "–" : decimal(count);
}
