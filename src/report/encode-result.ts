import type { CrashResult } from "../core/result.ts";
import { checkColumns } from "./check-columns.ts";
import { checkedBy } from "./checked-by.ts";
import { compactJson } from "./compact-json.ts";
import { resultSchema } from "./result-schema.ts";
import { sortedRecord } from "./sorted-record.ts";

/**
 * The bytes of result.json: keys in the order of the type (open records by name), numbers as JavaScript writes them, one column of a table a
 * line, a newline at the end. Equal results give equal bytes whatever the order in which their keys were set.
 *
 * @throws CrashError `RESULT_INVALID` for a result that the schema does not allow, NaN and infinity among them, and `RESULT_RAGGED` for a
 *   table with columns of different lengths
 */
export function encodeResult(result: CrashResult): string {
  const checked = checkedBy(resultSchema, result);
  for (const name of ["series", "swaps"] as const) checkColumns(name, checked[name]);
  const { settings, engine } = checked;
  const open = { settings: sortedRecord(settings), engine: { ...engine, facts: sortedRecord(engine.facts) } };
  return `${compactJson({ ...checked, ...open })}\n`;
}
