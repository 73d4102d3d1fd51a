import type { Interval } from "../../core/result.ts";
import { studentQuantile } from "./student.ts";

/** Batches that a run is cut into; half of them is still enough for the normal law. */
const BATCHES = 24;

/**
 * A 95 % interval for the end of a running sum, from the means of 24 equal batches of its steps (batch means; Law, Simulation Modeling and
 * Analysis, section 9.5.3): what the sum could have been, had the same kind of hours come in other numbers.
 *
 * @returns null where the run is shorter than the batches
 */
export function batchInterval(cumulative: readonly number[]): Interval | null {
  const steps = cumulative.length - 1;
  if (steps < BATCHES) return null;
  const at = (batch: number): number => cumulative[Math.round((steps * batch) / BATCHES)] ?? 0;
  const batches = Array.from({ length: BATCHES }, (_, i) => at(i + 1) - at(i));
  const total = at(BATCHES) - at(0);
  const mean = total / BATCHES;
  const variance = batches.reduce((sum, each) => sum + (each - mean) * (each - mean), 0) / (BATCHES - 1);
  const half = studentQuantile(BATCHES - 1) * Math.sqrt(variance * BATCHES);
  return [total - half, total + half];
}
