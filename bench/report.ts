import { availableParallelism } from "node:os";
import { type Conditions, readBaseline, writeBaseline } from "./baseline.ts";
import type { Limit, Row } from "./row.ts";

/**
 * Prints the rows of a benchmark beside its committed baseline with a verdict on each, and leaves exit code 1 where a limit is broken. With BENCH_UPDATE=1
 * in the environment it writes them into the baseline.
 *
 * @param benchmark its name in `baseline.json`
 */
export function report(benchmark: string, conditions: Conditions, rows: readonly Row[]): void {
  const baseline = readBaseline()[benchmark]?.ratios ?? {};
  console.table(
    rows.map((row) => ({
      name: row.name,
      median: short(row.value),
      range: `${short(row.lowest)} to ${short(row.highest)}`,
      ...(rows.some(({ cpu }) => cpu !== null) ? { "on processor time": row.cpu === null ? "" : short(row.cpu) } : {}),
      limit: row.limit === null ? "" : worded(row.limit),
      baseline: baseline[row.name]?.value ?? "",
      verdict: row.limit === null ? "" : holds(row.value, row.limit) ? "HOLDS" : "BROKEN",
    })),
  );
  for (const { name, what } of rows) console.log(`${name}: ${what}`);
  if (rows.some(({ value, limit }) => limit !== null && !holds(value, limit))) process.exitCode = 1;
  if (process.env["BENCH_UPDATE"] !== "1") return;
  const ratios = rows.map(({ name, value, limit }) => [name, { value: Number(short(value)), ...limit }] as const);
  writeBaseline(benchmark, {
    node: process.version,
    cpus: availableParallelism(),
    ...conditions,
    ratios: Object.fromEntries(ratios),
  });
}

/** NaN holds no limit. */
function holds(value: number, limit: Limit): boolean {
  return "atMost" in limit ? value <= limit.atMost : value >= limit.atLeast;
}

function worded(limit: Limit): string {
  return "atMost" in limit ? `at most ${short(limit.atMost)}` : `at least ${short(limit.atLeast)}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
