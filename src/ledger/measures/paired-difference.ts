import type { Interval } from "../../core/result.ts";
import { studentQuantile } from "./student.ts";

/** Fewer pairs say nothing about their spread. */
const FEWEST = 3;

/** Mean of the differences of pairs, and where it lies at 95 % by Student's t; null for fewer than three. */
export function pairedDifference(
  first: readonly number[],
  second: readonly number[],
): { readonly difference: number; readonly interval: Interval | null } {
  const differences = first.map((each, i) => each - (second[i] ?? NaN));
  const count = differences.length;
  const difference = differences.reduce((sum, each) => sum + each, 0) / count;
  if (count < FEWEST) return { difference, interval: null };
  const squares = differences.reduce((sum, each) => sum + (each - difference) * (each - difference), 0);
  const half = studentQuantile(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { difference, interval: [difference - half, difference + half] };
}
