import type { CrashOptions } from "../../crash.ts";
import type { Claim } from "./claim.ts";
import { failureText } from "./failure-text.ts";
import { judge } from "./judge.ts";
import type { MatcherCall } from "./matcher-call.ts";
import { leaveReplay } from "./replay/leave-replay.ts";
import { runOutcome } from "./run-outcome.ts";
import { wordsOfOptions } from "./words-of-options.ts";

/**
 * Makes a run and asserts a claim of it, or its opposite; where that fails, leaves a file that runs it again.
 *
 * @throws the failure, InputError for options that cannot be, IdentityError when the books do not balance and the claim is not about that
 */
export async function assertOnce(options: CrashOptions, claim: Claim, call: MatcherCall): Promise<void> {
  const judgement = judge(claim, await runOutcome(options, claim.needsExtraction));
  if (judgement.holds !== call.negated) return;
  const text = failureText(claim, wordsOfOptions(options), judgement, call.negated);
  const replay = await leaveReplay(options, claim, call.negated, judgement);
  throw call.failure(`${text}. ${replay}`, judgement.value, claim.limit);
}
