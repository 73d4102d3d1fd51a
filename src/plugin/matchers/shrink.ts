import type { Claim } from "./claim.ts";
import { failingFrom } from "./failing-from.ts";
import type { Judgement } from "./judgement.ts";

/** A run that fails. */
export interface FailingRun {
  /** Where it was cut; null where it was not. */
  readonly blocks: number | null;
  readonly judgement: Judgement;
}

/** All runs together have at most so many times the blocks of the one that failed first. */
const BUDGET = 4;

/**
 * Looks for the fewest blocks with which a run still fails. Where a run's first blocks do not depend on later ones, that is where the measure's own course was
 * first beyond the limit, and one run proves it, and one with a block less that no fewer do. Where they do, as within a recorded bar that is cut in two, the
 * shortest length that was seen to fail is kept, between it and the longest that was seen to hold by halves, as far as the budget goes.
 *
 * @param first the run that failed, whole
 * @param again makes the run with so many blocks
 */
export async function shrink(claim: Claim, first: Judgement, again: (blocks: number) => Promise<Judgement>): Promise<FailingRun> {
  let best: FailingRun = { blocks: null, judgement: first };
  if (claim.cut === "none") return best;
  const length = first.broken === null ? first.run.crash.crash.blocks : first.broken.block;
  // Where it broke, the run was to be longer.
  let fails = first.broken === null ? length : length + 1;
  let holds = 0;
  let budget = BUDGET * length;
  const middle = (): number => (holds + fails) >> 1;
  let blocks = failingFrom(claim, first) ?? middle();
  while (blocks > holds && blocks < fails && blocks <= budget) {
    budget -= blocks;
    const judgement = await again(blocks).catch(() => null);
    // What cannot be run is not shorter.
    if (judgement === null) return best;
    if (judgement.holds) {
      holds = blocks;
      blocks = middle();
      continue;
    }
    best = { blocks, judgement };
    fails = blocks;
    const from = failingFrom(claim, judgement);
    blocks = from === null || from <= holds ? middle() : from < fails ? from : fails - 1;
  }
  return best;
}
