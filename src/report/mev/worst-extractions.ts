import type { FoundExtraction, MevBlock } from "./mev-blocks.ts";

/** An extraction with its block. */
export interface PlacedExtraction {
  readonly block: MevBlock;
  readonly extraction: FoundExtraction;
}

/** The extractions that cost those most who paid for them, dearest first; of equals the earlier one. */
export function worstExtractions(blocks: readonly MevBlock[], count = Number.POSITIVE_INFINITY): readonly PlacedExtraction[] {
  return blocks
    .flatMap((block) => block.extractions.map((extraction) => ({ block, extraction })))
    .sort((a, b) => b.extraction.loss - a.extraction.loss)
    .slice(0, count);
}
