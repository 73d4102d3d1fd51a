import type { ComparedSystem } from "../../core/comparison.ts";
import type { LoopReport } from "../../core/loop-report.ts";
import { loopVerdict } from "../measures/loop-verdict.ts";
import { knownOverSeeds } from "../measures/known-over-seeds.ts";
import { knownDifference } from "./known-difference.ts";

type Named = Pick<ComparedSystem, "id" | "title" | "what" | "settings">;

/** What a loop says, or that its trades moved the price out of sight. */
export type LoopOutcome = LoopReport | "out-of-sight";

/**
 * What a system does to a fall, over loops that differ in their seed.
 *
 * @param alone the same seeds with nobody but the pool; null for the pool itself
 * @returns the verdict is that of the gain alone, see `loopVerdict`, and a spiral where a run went out of sight; a system that answers later than one block shows in the depth of
 *   the fall instead
 */
export function comparedSystem(
  { id, title, what, settings }: Named,
  loops: readonly LoopOutcome[],
  alone: readonly LoopOutcome[] | null,
): ComparedSystem {
  const outOfSight = loops.filter((each) => each === "out-of-sight").length;
  const gain = knownOverSeeds(loops.map((each) => (each === "out-of-sight" ? null : each.gain)));
  const deeper = loops.map(deeperBy);
  const beyond = alone?.map((each, i) => knownDifference(deeper[i] ?? null, deeperBy(each))) ?? null;
  return {
    id,
    title,
    what,
    settings,
    outOfSight,
    gain,
    deeper: knownOverSeeds(deeper),
    lessPoolAlone: beyond === null ? null : knownOverSeeds(beyond),
    verdict: outOfSight > 0 ? "spirals" : loopVerdict(gain?.value ?? NaN, gain?.interval ?? null, null).kind,
  };
}

function deeperBy(loop: LoopOutcome): number | null {
  return loop === "out-of-sight" || loop.amplification === null ? null : loop.amplification - 1;
}
