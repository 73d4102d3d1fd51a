import type { DrawnNumbers } from "../../scenarios/path-drawer.ts";
import type { PlanCell, SweepPlan } from "../plan/plan.ts";

/**
 * Walks the path of a number through the books of one cell, and writes one number for each of `KERNEL_COLUMNS`.
 *
 * @returns what every book starts with, at once or later
 */
export type PathWalker = (path: number, drawn: DrawnNumbers, out: Float64Array) => number | Promise<number>;

/** Makes the walker of a cell; it is used for one path after the other. */
export type OpenWalker = (plan: SweepPlan, cell: PlanCell) => PathWalker;
