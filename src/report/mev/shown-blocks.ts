import type { MevBlock } from "./mev-blocks.ts";
import type { PlacedExtraction } from "./worst-extractions.ts";

/** How much a page holds: blocks, and transactions in them, so that it stays small enough for a phone. */
const MOST_BLOCKS = 150;
const MOST_TRANSACTIONS = 1_200;

/** The first so many stand on a page whatever their kind. */
const FIRST = 10;

/**
 * Blocks for a page, in block order: those of the dearest extractions, then of each kind in turn the dearest that is left, as long as there is room.
 *
 * @param ranked dearest first
 */
export function shownBlocks(ranked: readonly PlacedExtraction[]): readonly MevBlock[] {
  const shown = new Set<MevBlock>();
  let left = MOST_TRANSACTIONS;
  for (const { block } of [...ranked.slice(0, FIRST), ...inTurn(ranked.slice(FIRST))]) {
    if (shown.size === MOST_BLOCKS) break;
    if (shown.has(block) || block.transactions.length > left) continue;
    shown.add(block);
    left -= block.transactions.length;
  }
  return [...shown].sort((a, b) => a.block - b.block);
}

/** One of each kind, then the next of each, and so on. */
function inTurn(ranked: readonly PlacedExtraction[]): readonly PlacedExtraction[] {
  const kinds = new Map<string, number>();
  const turns = ranked.map((placed) => {
    const turn = kinds.get(placed.extraction.kind) ?? 0;
    kinds.set(placed.extraction.kind, turn + 1);
    return { placed, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ placed }) => placed);
}
