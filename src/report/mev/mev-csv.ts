import type { MevResult } from "../../core/mev-result.ts";
import { csvText } from "../csv-text.ts";
import { isoTime } from "../time-format.ts";

/** The text of extractions.csv: one row an extraction, the columns of the result's `extractions` with the time of the block. */
export function extractionsCsv({ blocks, extractions }: MevResult): string {
  const { block, ...rest } = extractions;
  return csvText({ block, ...timesOf(blocks, block), ...rest });
}

/** The text of transactions.csv: one row a mined transaction, the columns of the result's `transactions` with the time of the block. */
export function transactionsCsv({ blocks, transactions }: MevResult): string {
  const { block, index, success, ...rest } = transactions;
  return csvText({ block, index, ...timesOf(blocks, block), success: success.map(String), ...rest });
}

function timesOf(blocks: MevResult["blocks"], heights: readonly number[]): { readonly time: number[]; readonly isoTime: string[] } {
  const timeOf = new Map(blocks.block.map((height, row) => [height, blocks.time[row] ?? 0]));
  const time = heights.map((height) => timeOf.get(height) ?? 0);
  return { time, isoTime: time.map(isoTime) };
}
