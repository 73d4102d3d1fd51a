import type { MevResult } from "../../core/mev-result.ts";
import { checkColumns } from "../check-columns.ts";
import { checkedBy } from "../checked-by.ts";
import { compactJson } from "../compact-json.ts";
import { sortedRecord } from "../sorted-record.ts";
import { mevSchema } from "./mev-schema.ts";

/**
 * The bytes of mev.json, in the manner of result.json: keys in the order of the type (open records by name), one column of a table a line, a newline
 * at the end. Equal results give equal bytes.
 *
 * @throws CrashError `RESULT_INVALID` for a result that the schema does not allow, NaN and infinity among them, and `RESULT_RAGGED` for a
 *   table with columns of different lengths
 */
export function encodeMev(result: MevResult): string {
  const checked = checkedBy(mevSchema, result);
  for (const name of ["blocks", "extractions", "transactions"] as const) checkColumns(name, checked[name]);
  const open = { settings: sortedRecord(checked.settings), bundlesLeftOut: sortedRecord(checked.bundlesLeftOut) };
  return `${compactJson({ ...checked, ...open })}\n`;
}
