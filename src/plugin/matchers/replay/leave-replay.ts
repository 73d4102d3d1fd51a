import type { CrashOptions } from "../../../crash.ts";
import type { Claim } from "../claim.ts";
import { judge } from "../judge.ts";
import type { Judgement } from "../judgement.ts";
import { runOutcome } from "../run-outcome.ts";
import { type FailingRun, shrink } from "../shrink.ts";
import { crashReplayOf } from "./crash-replay-of.ts";
import { writeReplay } from "./write-replay.ts";

/**
 * Leaves a file that runs a failed assertion again, cut to the fewest blocks that still fail where fewer can.
 *
 * @param write instead of writing to the disk
 * @returns how to replay and what that needs, or why there is nothing to replay; never fails, so that the assertion's own message is heard
 */
export async function leaveReplay(
  options: CrashOptions,
  claim: Claim,
  negated: boolean,
  judgement: Judgement,
  write: typeof writeReplay = writeReplay,
): Promise<string> {
  try {
    const found = await shortest(options, claim, negated, judgement);
    const replay = crashReplayOf(options, claim, negated, judgement, found);
    const file = await write(replay);
    const needs = replay.needs.length === 0 ? "" : `; it needs ${replay.needs.join(" and ")}`;
    return `Replay: npx hardhat crash replay ${file}${needs}`;
  } catch (error) {
    return `No replay was written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The opposite of a claim fails in a shorter run for want of time, so it is left whole. */
async function shortest(options: CrashOptions, claim: Claim, negated: boolean, judgement: Judgement): Promise<FailingRun> {
  if (negated) return { blocks: null, judgement };
  const quiet = { ...options, onBlock: () => undefined };
  return shrink(claim, judgement, async (blocks) => judge(claim, await runOutcome(quiet, claim.needsExtraction, { blocks })));
}
