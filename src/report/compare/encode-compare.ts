import type { Comparison } from "../../core/comparison.ts";
import { checkColumns } from "../check-columns.ts";
import { checkedBy } from "../checked-by.ts";
import { compactJson } from "../compact-json.ts";
import { sortedRecord } from "../sorted-record.ts";
import { compareSchema } from "./compare-schema.ts";

/**
 * The bytes of compare.json, in the manner of result.json: keys in the order of the type (open records by name), one column of a table a line, a newline at the end.
 * Equal comparisons give equal bytes.
 *
 * @throws CrashError `RESULT_INVALID` for a comparison that the schema does not allow, NaN and infinity among them, and `RESULT_RAGGED` for a
 *   table with columns of different lengths
 */
export function encodeCompare(comparison: Comparison): string {
  const { shock, scenarios, ...rest } = checkedBy(compareSchema, comparison);
  for (const { name, series } of scenarios) {
    const { time, price, flow } = series;
    checkColumns(`${name}.series`, { time, price, ...Object.fromEntries(flow.map((each) => [each.participant, each.values])) });
  }
  const { schemaVersion, seed, seeds, ...found } = rest;
  const sorted = <T extends { settings: Record<string, string | number | boolean> }>(each: T): T => ({
    ...each,
    settings: sortedRecord(each.settings),
  });
  const ordered = scenarios.map((scenario) => ({ ...sorted(scenario), systems: scenario.systems.map(sorted) }));
  return `${compactJson({ schemaVersion, seed, seeds, shock: sorted(shock), scenarios: ordered, ...found })}\n`;
}
