import type { PackedColumn } from "../../../src/report/charts/pack-column.ts";

/** The column back again, as the page reads it. */
export function unpackColumn(packed: PackedColumn): number[] {
  const unit = Number(`1e${Math.abs(packed.power)}`);
  let sum = 0;
  return packed.steps.map((step) => {
    sum += step;
    return packed.power < 0 ? sum / unit : sum * unit;
  });
}
