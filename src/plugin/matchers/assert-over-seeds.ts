import type { CrashOptions } from "../../crash.ts";
import type { Claim } from "./claim.ts";
import { judge } from "./judge.ts";
import type { Judgement } from "./judgement.ts";
import type { MatcherCall } from "./matcher-call.ts";
import { leaveReplay } from "./replay/leave-replay.ts";
import { runOutcome } from "./run-outcome.ts";
import type { SeedsTerms } from "./seeds-terms.ts";
import { seedsText } from "./seeds-text.ts";
import { sequentialTest } from "./statistics/sequential-test.ts";
import { wordsOfOptions } from "./words-of-options.ts";

/**
 * Asserts that a claim is shown to hold of the mean over seeds, or its opposite. What is not clear after all seeds fails too. Of the seeds that fail by
 * themselves, the worst leaves a file that runs it again.
 *
 * @throws as `assertOnce`
 */
export async function assertOverSeeds(options: CrashOptions, claim: Claim, call: MatcherCall, terms: SeedsTerms): Promise<void> {
  const { seed: first = 1 } = options;
  const { negated } = call;
  let worst: { readonly seed: number; readonly judgement: Judgement } | null = null;
  const measureOf = async (place: number): Promise<number> => {
    const seed = first + place;
    const judgement = judge(claim, await runOutcome(options, claim.needsExtraction, { seed }));
    const isWorse = worst === null || isFarther(claim, negated, judgement.value, worst.judgement.value);
    if (judgement.holds === negated && isWorse) worst = { seed, judgement };
    return judgement.value;
  };
  const result = await sequentialTest({ ...claim, ...terms }, measureOf);
  if (result.answer === (negated ? "beyond" : "within")) return;
  const text = seedsText(claim, wordsOfOptions(options), result, negated, terms);
  // Assigned in a function, which the compiler does not follow.
  const failing = worst as { readonly seed: number; readonly judgement: Judgement } | null;
  const note =
    failing === null
      ? "No seed fails by itself, so there is no replay"
      : await leaveReplay({ ...options, seed: failing.seed }, claim, negated, failing.judgement);
  throw call.failure(`${text}. ${failing === null ? "" : `Worst is seed ${failing.seed}. `}${note}`, result.mean, claim.limit);
}

function isFarther({ bound }: Claim, negated: boolean, value: number, than: number): boolean {
  return (bound === "at most") === negated ? value < than : value > than;
}
