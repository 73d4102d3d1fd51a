import { KERNEL_COLUMNS } from "../kernel/kernel-columns.ts";

/** Numbers of each path beside the books': how many blocks it has, the log return of the price over it, and what every book starts with. */
const PATH_COLUMNS = ["blocks", "logReturn", "startCapital"] as const;

/** The measured columns of a part, in their order: the books', as the kernel has them, then those of the path itself. */
export const MEASURED_COLUMNS: readonly string[] = [...KERNEL_COLUMNS, ...PATH_COLUMNS];

export const BLOCKS_COLUMN = KERNEL_COLUMNS.length;
export const LOG_RETURN_COLUMN = KERNEL_COLUMNS.length + 1;
export const START_CAPITAL_COLUMN = KERNEL_COLUMNS.length + 2;

/** Whole numbers, counted on a path. */
export function isCount(column: string): boolean {
  return column === "blocks" || column === "pool.swaps" || column.endsWith(".trades");
}
