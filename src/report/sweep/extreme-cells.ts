import type { SweepCell } from "../../core/sweep-summary.ts";

interface Found {
  readonly cell: SweepCell;
  readonly value: number;
}

/** Where a number is lowest and where it is highest, the first of equals; null where no cell has it. */
export function extremeCells(
  cells: readonly SweepCell[],
  of: (cell: SweepCell) => number | null,
): { readonly least: Found; readonly most: Found } | null {
  const found = cells.flatMap((cell) => {
    const value = of(cell);
    return value === null || !Number.isFinite(value) ? [] : [{ cell, value }];
  });
  const [first] = found;
  if (first === undefined) return null;
  return {
    least: found.reduce((best, each) => (each.value < best.value ? each : best), first),
    most: found.reduce((best, each) => (each.value > best.value ? each : best), first),
  };
}
