import { ascending, quantile } from "../../../src/ledger/measures/quantile.ts";

/** Keys by which the rows of a result's tables are called in a field's path. */
const NAMES = ["book", "participant", "horizon", "sender"] as const;

/**
 * The number that a finding's `field` points to. Rows of a table are called by name, as in `flow.pool.slopes.300.slope`; of a column it is the
 * last row, or the median where the finding's `basis` says so.
 */
export function numberAt(result: unknown, field: string, basis: string): unknown {
  const found = field.split(".").reduce((at, name) => step(at, name), result);
  if (!Array.isArray(found)) return found;
  const column = found as readonly number[];
  return basis.startsWith("median") ? quantile(ascending(column), 0.5) : column.at(-1);
}

function step(at: unknown, name: string): unknown {
  if (!Array.isArray(at)) return (at as Record<string, unknown>)[name];
  return (at as readonly Record<string, unknown>[]).find((row) => NAMES.some((key) => String(row[key]) === name));
}
