import type { BlockColumns, ExtractionColumns, MevResult, TransactionColumns } from "../../core/mev-result.ts";
import { rowsOf } from "./rows-of.ts";
import type { RowOf } from "./rows-of.ts";

export type MinedTransaction = RowOf<TransactionColumns>;

/** An extraction with the transactions that it is made of, and those that it hit, in block order. */
export interface FoundExtraction extends Omit<RowOf<ExtractionColumns>, "transactions" | "victims"> {
  readonly own: readonly MinedTransaction[];
  readonly victims: readonly MinedTransaction[];
  /** What those lost who paid for it, quote: victims of a sandwich, liquidity providers, or a borrower. */
  readonly loss: number;
}

/** A block with what is known of it. */
export interface MevBlock extends Omit<RowOf<BlockColumns>, "transactions"> {
  readonly transactions: readonly MinedTransaction[];
  readonly extractions: readonly FoundExtraction[];
}

/** The blocks of a run, in order; a row of a block that the run does not have is left out. */
export function mevBlocks(result: MevResult): readonly MevBlock[] {
  const transactions = byBlock(rowsOf(result.transactions));
  const extractions = byBlock(rowsOf(result.extractions));
  return rowsOf(result.blocks).map((row) => {
    const mined = transactions.get(row.block) ?? [];
    const at = new Map(mined.map((each) => [each.index, each]));
    const pick = (places: string): readonly MinedTransaction[] =>
      [...new Set(places.split(" ").filter((place) => place !== ""))].flatMap((place) => at.get(Number(place)) ?? []);
    const found = (extractions.get(row.block) ?? []).map((each) => ({
      ...each,
      own: pick(each.transactions),
      victims: pick(each.victims),
      loss: Math.max(each.gross, each.victimLoss, -each.poolGain),
    }));
    return { ...row, transactions: mined, extractions: found };
  });
}

function byBlock<Row extends { readonly block: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.block);
    if (group === undefined) groups.set(row.block, [row]);
    else group.push(row);
  }
  return groups;
}
